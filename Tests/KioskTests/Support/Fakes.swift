import CardReader
import Core
import Documents
import Foundation
import VirtualDevices

@testable import Kiosk

// The ports in memory. Each does as it is told until it is given a fault; then every call throws that.

/// Keys and certificates of the test's own authority, made once.
struct Keys: Sendable {
    let authority: PersonCertificateAuthority
    let person: Data
    let enterprise: Data
    /// Another person's certificate over the same key.
    let stranger: Data
    /// The person's certificate, from an authority that nobody trusts.
    let foreign: Data

    static let personKey: [UInt8] = Array(2...33)
    static let enterpriseKey: [UInt8] = Array(3...34)

    init() throws {
        authority = try PersonCertificateAuthority.makeRoot(
            name: "测试根", key: Array(1...32), serial: Array(1...16), at: Sample.now, years: 10)
        person = Data(
            try authority.issue(
                name: "测试员甲", holder: "H-0001", key: Self.personKey, serial: Array(2...17), at: Sample.now, years: 2))
        enterprise = Data(
            try authority.issue(
                name: Sample.enterprise().name, holder: Sample.enterprise().code.text, key: Self.enterpriseKey,
                serial: Array(3...18), at: Sample.now, years: 2))
        stranger = Data(
            try authority.issue(
                name: "测试员乙", holder: "H-0002", key: Self.personKey, serial: Array(4...19), at: Sample.now, years: 2))
        let others = try PersonCertificateAuthority.makeRoot(
            name: "别处的根", key: Array(5...36), serial: Array(5...20), at: Sample.now, years: 10)
        foreign = Data(
            try others.issue(
                name: "测试员甲", holder: "H-0001", key: Self.personKey, serial: Array(6...21), at: Sample.now, years: 2))
    }

    static func sign(_ digest: Data, by key: [UInt8]) -> Data {
        (try? PersonCertificateAuthority.sign(Array(digest), key: key)).map { Data($0) } ?? Data()
    }
}

/// A secret as a port received it.
struct LentSecret: Sendable {
    let secret: Secret
    let text: String

    init(_ secret: Secret) {
        self.secret = secret
        text = secret.withBytes { String(decoding: $0, as: UTF8.self) }
    }
}

actor FakeCards: CardDesk {
    private let keys: Keys
    var fault: CardFault?
    var signsWrongly = false
    private(set) var lent: [LentSecret] = []
    /// In the slot instead of the enterprise's card.
    private var staffCard: VirtualPIVCard?

    init(_ keys: Keys) { self.keys = keys }

    func insert(_ card: VirtualPIVCard) { staffCard = card }
    func set(fault: CardFault?) { self.fault = fault }
    func signWrongly() { signsWrongly = true }
    private func check() throws(CardFault) { if let fault { throw fault } }

    func events() -> AsyncStream<CardEvent> { AsyncStream { $0.finish() } }

    func readIdentity() throws(CardFault) -> IdentityRecord {
        try check()
        do { return try Sample.identity() } catch { throw .unreadable(.identity) }
    }

    func enterpriseCertificate(_ key: EnterpriseKey) throws(CardFault) -> Data {
        try check()
        guard staffCard == nil else { throw .unknownCard(.enterprise) }
        return keys.enterprise
    }

    func staffCertificate() throws(CardFault) -> Data {
        try check()
        return Data(try staffProfile().certificate(.cardAuthentication))
    }

    private func staffProfile() throws(CardFault) -> PIVProfile {
        guard let staffCard, let transport = try? DirectTransport(staffCard) else { throw .unknownCard(.enterprise) }
        return try PIVProfile(CardSession(transport, role: .enterprise))
    }

    func signAsStaff(_ digest: Data) throws(CardFault) -> Data {
        try check()
        let signature = try staffProfile().signAsCard(Array(digest))
        return signsWrongly ? Keys.sign(digest, by: Keys.personKey) : Data(signature)
    }

    func pinTriesLeft() throws(CardFault) -> Int {
        try check()
        return 2
    }

    func sign(_ digest: Data, with key: EnterpriseKey, pin: Secret) throws(CardFault) -> Data {
        lent.append(LentSecret(pin))
        try check()
        return Keys.sign(digest, by: signsWrongly ? Keys.personKey : Keys.enterpriseKey)
    }
}

actor FakeSigning: RemoteSigning {
    private let keys: Keys
    var fault: StoreFault?
    private(set) var lent: [LentSecret] = []
    private(set) var signsWrongly = false
    private var certificate: Data

    init(_ keys: Keys) {
        self.keys = keys
        certificate = keys.person
    }

    func set(fault: StoreFault?) { self.fault = fault }
    func set(certificate: Data) { self.certificate = certificate }
    func signWrongly() { signsWrongly = true }
    private func check() throws(StoreFault) { if let fault { throw fault } }

    func credential(session: SessionToken) throws(StoreFault) -> SigningCredential {
        try check()
        return SigningCredential(id: "credential-1", certificates: [certificate])
    }

    func sendCode(_ credential: SigningCredential.ID, session: SessionToken) throws(StoreFault) -> CodeTicket {
        try check()
        return Sample.ticket
    }

    func sign(
        _ hash: Data, credential: SigningCredential.ID, code: Secret, session: SessionToken
    ) throws(StoreFault) -> Data {
        lent.append(LentSecret(code))
        try check()
        return Keys.sign(hash, by: signsWrongly ? Keys.enterpriseKey : Keys.personKey)
    }
}

/// Notes what it is asked and leaves every order as it is.
actor FakePrinter: PaperPrinter {
    private(set) var followed: [PrintToken] = []
    private(set) var cancelled: [PrintToken] = []
    private(set) var testSheets: [Data] = []
    private(set) var testNames: [String] = []
    private var fault: PrinterFault?

    func set(fault: PrinterFault?) { self.fault = fault }

    func follow(_ token: PrintToken) -> AsyncStream<PrintProgress> {
        followed.append(token)
        return AsyncStream {
            $0.yield(.waiting)
            $0.finish()
        }
    }

    func cancel(_ token: PrintToken) { cancelled.append(token) }
    func condition() -> PrinterFault? { fault }

    func printTestSheet(_ pdf: Data, named name: String) throws(PrinterFault) {
        if let fault { throw fault }
        testSheets.append(pdf)
        testNames.append(name)
    }
}

import Core
import Foundation
import SwiftASN1
import X509

/// 吊销名单: certificates that an authority has taken back before their time (RFC 5280, 5).
struct RevocationList: Sendable {
    /// As encoded: a list speaks for its own issuer's certificates alone.
    private let issuer: [UInt8]
    /// Serial numbers as encoded.
    private let serials: Set<[UInt8]>
    /// Another list has come by then; nil where this one does not say.
    let nextUpdate: Date?

    /// - Parameters:
    ///   - der: one list.
    ///   - authorities: who may have signed it.
    /// - Throws: `.unreadable` when it is none, `.untrusted` when none of the authorities has signed it.
    init(der: [UInt8], authorities: AuthorityFile) throws(CertificateFinding) {
        guard let parts = try? Parts(der) else { throw .unreadable }
        let signers = (authorities.roots + authorities.intermediates).compactMap { SigningCertificate(der: $0) }
        guard signers.contains(where: { $0.isValid(parts.signature, over: parts.body) }) else { throw .untrusted }
        issuer = parts.issuer
        serials = parts.serials
        nextUpdate = parts.nextUpdate
    }

    func holds(_ certificate: SigningCertificate) -> Bool {
        Array(certificate.issuer) == issuer && serials.contains(Array(certificate.serial))
    }

    func isStale(at now: Date) -> Bool { nextUpdate.map { $0 < now } ?? false }

    /// Every list of a PEM file, or the one of a DER file.
    static func lists(in file: [UInt8], authorities: AuthorityFile) throws -> [RevocationList] {
        // A DER sequence begins with 0x30.
        if file.first == 0x30 { return [try RevocationList(der: file, authorities: authorities)] }
        let documents = try PEMDocument.parseMultiple(pemString: String(decoding: file, as: UTF8.self))
        return try documents.filter { $0.discriminator == "X509 CRL" }
            .map { try RevocationList(der: $0.derBytes, authorities: authorities) }
    }
}

/// What a list says, as far as it matters here.
private struct Parts {
    let body: [UInt8]
    let signature: [UInt8]
    let issuer: [UInt8]
    let serials: Set<[UInt8]>
    let nextUpdate: Date?

    private struct NoList: Error {}

    /// RFC 5280, 5.1: version, algorithm, issuer, this update, next update, revoked certificates.
    init(_ der: [UInt8]) throws {
        let outer = try Self.children(of: try DER.parse(der))
        guard outer.count == 3 else { throw NoList() }
        body = Array(outer[0].encodedBytes)
        signature = Array(try ASN1BitString(derEncoded: outer[2]).bytes)
        var fields = try Self.children(of: outer[0])[...]
        if fields.first?.identifier == .integer { fields.removeFirst() }
        guard fields.count >= 3 else { throw NoList() }
        issuer = Array(fields[fields.startIndex + 1].encodedBytes)
        fields = fields.dropFirst(3)
        if let time = fields.first, let date = try Self.date(time) {
            nextUpdate = date
            fields.removeFirst()
        } else {
            nextUpdate = nil
        }
        guard let revoked = fields.first, revoked.identifier == .sequence else {
            serials = []
            return
        }
        serials = Set(
            try Self.children(of: revoked).map { entry in
                guard let serial = try Self.children(of: entry).first else { throw NoList() }
                return Array(serial.encodedBytes)
            })
    }

    private static func children(of node: ASN1Node) throws -> [ASN1Node] {
        guard case .constructed(let nodes) = node.content else { throw NoList() }
        return Array(nodes)
    }

    /// Nil when the node is no time.
    private static func date(_ node: ASN1Node) throws -> Date? {
        switch node.identifier {
        case .utcTime:
            let time = try UTCTime(derEncoded: node)
            return instant(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
        case .generalizedTime:
            let time = try GeneralizedTime(derEncoded: node)
            return instant(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
        default: return nil
        }
    }

    private static func instant(
        _ year: Int, _ month: Int, _ day: Int, _ hours: Int, _ minutes: Int, _ seconds: Int
    ) -> Date? {
        // The day begins eight hours earlier in Shanghai than at Greenwich.
        let start = CivilDate(year: year, month: month, day: day)?.startInShanghai.addingTimeInterval(28_800)
        return start?.addingTimeInterval(TimeInterval(hours * 3_600 + minutes * 60 + seconds))
    }
}

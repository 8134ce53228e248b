import AsyncHTTPClient
import CentralAPI
import Core
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Sync
import Testing

@testable import Central

/// A kiosk's own part and the real program, over TLS.
@Suite(.serialized)
struct EnrolmentServingTests {
    @Test func `a machine enrols by its code, is served, renews, and is refused once it is revoked`() async throws {
        try await withMachine { machine in
            let code = try machine.code()
            try await machine.serve { (port: Int) async throws in
                try await machine.enrol(code, port)
                let standing = try #require(machine.folder.standing(of: "kiosk-001", at: Date()))
                #expect(!standing.isUntried && !standing.isDue(at: Date()))
                let mode = try FileManager.default.attributesOfItem(atPath: machine.folder.file)[.posixPermissions]
                #expect((mode as? NSNumber)?.intValue == 0o600)
                #expect(try await machine.ask(port) == nil)

                // The next one: the old one is in force until the store has seen it.
                let old = try String(contentsOfFile: machine.folder.file, encoding: .utf8)
                let key = try machine.folder.nextKey()
                let next = try await machine.client(port).renew(
                    "kiosk-001", key: key, identity: machine.folder.file, now: Date())
                #expect(try await machine.ask(port) == nil)
                try machine.folder.keep(next, for: key)
                #expect(machine.folder.standing(of: "kiosk-001", at: Date())?.isUntried == true)
                #expect(try await machine.ask(port) == nil)
                machine.folder.confirm()
                let copied = machine.store.folder.appending(path: "copied.pem").path()
                try Data(old.utf8).write(to: URL(filePath: copied))
                #expect(try await machine.ask(port, identity: copied) == .notEnrolled)

                let list = try machine.central(["kiosk", "list"]).output
                #expect(list.hasPrefix("kiosk-001\tcertified until ") && list.contains("\tno code\tnever reported"))
                #expect(try machine.central(["kiosk", "revoke", "kiosk-001"]).status == 0)
                #expect(try await machine.ask(port) == .notEnrolled)
                #expect(try machine.central(["kiosk", "list"]).output.contains("\trevoked\t"))
            }
            let log = try machine.store.logged
            #expect(log.contains(EST.enrol) && !log.contains(code) && !log.contains(EnrolmentCode.plain(code)))
        }
    }

    @Test func `a power cut between the store's answer and the disk costs nothing`() async throws {
        try await withMachine { machine in
            let code = try machine.code()
            try await machine.serve { (port: Int) async throws in
                // The key is on the disk, the answer comes, and the power goes.
                let first = try await machine.client(port).enrol(
                    "kiosk-001", code: code, key: try machine.folder.nextKey(), now: Date())
                let again = IdentityFolder(machine.path)
                #expect(again.standing(of: "kiosk-001", at: Date()) == nil)
                let key = try again.nextKey()
                let second = try await machine.client(port).enrol("kiosk-001", code: code, key: key, now: Date())
                #expect(first == second)
                try again.keep(second, for: key)
                #expect(try await machine.ask(port) == nil)
                // A machine that was reset has another key: a clear word.
                let reset = IdentityFolder(machine.path + "-reset")
                await #expect(throws: EnrolmentFault.codeUsed) {
                    try await machine.client(port).enrol("kiosk-001", code: code, key: try reset.nextKey(), now: Date())
                }
            }
        }
    }

    @Test func `what is wrong is told apart: the code, the name, the store, the clock`() async throws {
        try await withMachine { machine in
            let code = try machine.code()
            let key = try machine.folder.nextKey()
            let nobody = machine.client(ServedStore.freePort())
            await #expect(throws: EnrolmentFault.unreachable) {
                try await nobody.enrol("kiosk-001", code: code, key: key, now: Date())
            }
            try await machine.serve { (port: Int) async throws in
                let client = machine.client(port)
                await #expect(throws: EnrolmentFault.codeWrong) {
                    try await client.enrol("kiosk-001", code: "2222-2222-2222", key: key, now: Date())
                }
                await #expect(throws: EnrolmentFault.codeWrong) {
                    try await client.enrol("kiosk-002", code: code, key: key, now: Date())
                }
                for moment in [Date(timeIntervalSince1970: 0), Date(timeIntervalSince1970: 4_000_000_000)] {
                    await #expect(throws: EnrolmentFault.clock) {
                        try await client.enrol("kiosk-001", code: code, key: key, now: moment)
                    }
                }
                let other = try TestAuthority("别处的根")
                let roots = machine.store.folder.appending(path: "other.pem")
                try Data(try other.pem.utf8).write(to: roots)
                let misled = EnrolmentClient(
                    store: try #require(URL(string: "https://localhost:\(port)")), rootsFile: roots.path(),
                    logger: silent)
                await #expect(throws: EnrolmentFault.unreachable) {
                    try await misled.enrol("kiosk-001", code: code, key: key, now: Date())
                }
                try await machine.enrol(code, port)
            }
        }
    }

    @Test func `who shows no certificate gets to EST and no further`() async throws {
        try await withMachine { machine in
            try await machine.serve { (port: Int) async throws in
                try await withKiosk(nil, trusting: machine.store.hosts, port: port) {
                    (stranger: KioskClient) async throws in
                    for target in [
                        "/v1/time", "/v1/changes?after=0&wait=0", "/nothing", EST.renew, "/.well-known/est/",
                    ] {
                        #expect(try await stranger.send(.get, target).problem?.code == .kioskUnknown, "\(target)")
                    }
                    let large = try await stranger.send(.post, "/v1/entries", Data(count: 100_000))
                    #expect(large.problem?.code == .kioskUnknown)
                    #expect(try await stranger.send(.post, EST.renew, Data()).problem?.code == .kioskUnknown)
                    let certificates = try await stranger.send(.get, EST.certificates)
                    #expect(certificates.contentType == "application/pkcs7-mime; smime-type=certs-only")
                    let der = try #require(EST.decode(certificates.body))
                    #expect(
                        try openssl(["pkcs7", "-inform", "DER", "-print_certs", "-noout"], der).hasPrefix(
                            "subject=CN = "))
                    #expect(try CertificateBag(der: Array(der)).certificates.count == 1)
                }
                let stranger = try TestAuthority("陌生根").host("kiosk-001")
                try await withKiosk(stranger, trusting: machine.store.hosts, port: port) {
                    (kiosk: KioskClient) async throws in
                    await #expect(throws: (any Error).self) { try await kiosk.send(.get, EST.certificates) }
                }
            }
        }
    }

    @Test func `openssl's request by Basic gets its certificate; without a code it is asked for one`() async throws {
        try await withMachine { machine in
            let code = try machine.code()
            let key = machine.store.folder.appending(path: "witness.key").path()
            _ = try openssl(["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key], Data())
            let request = try openssl(["req", "-new", "-key", key, "-subj", "/CN=kiosk-001"], Data())
            let body = request.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined(separator: "\n")
            try await machine.serve { (port: Int) async throws in
                try await withKiosk(nil, trusting: machine.store.hosts, port: port) {
                    (kiosk: KioskClient) async throws in
                    func post(_ authorization: String?) async throws -> HTTPClientResponse {
                        var message = HTTPClientRequest(url: "https://127.0.0.1:\(port)\(EST.enrol)")
                        message.method = .POST
                        message.headers.add(name: "content-type", value: EST.requestType)
                        if let authorization { message.headers.add(name: "authorization", value: authorization) }
                        message.body = .bytes(ByteBuffer(string: body))
                        return try await kiosk.client.execute(message, timeout: .seconds(20))
                    }
                    let refused = try await post(nil)
                    #expect(refused.status == .unauthorized)
                    #expect(refused.headers.first(name: "www-authenticate") == "Basic realm=\"kiosk\"")
                    let answer = try await post(BasicCredentials.of("kiosk-001", code).header)
                    #expect(answer.status == .ok)
                    let text = Data((try await answer.body.collect(upTo: 1 << 16)).readableBytesView)
                    let der = try #require(EST.decode(text))
                    let said = try openssl(["pkcs7", "-inform", "DER", "-print_certs", "-noout"], der)
                    #expect(said.contains("subject=CN = kiosk-001"))
                }
            }
        }
    }

    @Test func `a store that certifies nobody refuses in the handshake, and says so at the command`() async throws {
        try await withMachine(enrols: false) { machine in
            let ended = try machine.central(["kiosk", "enrol", "kiosk-001"])
            #expect(ended.status != 0 && ended.error.contains("\"enrolment\": {}"))
            try await machine.serve { (port: Int) async throws in
                try await withKiosk(nil, trusting: machine.store.hosts, port: port) {
                    (kiosk: KioskClient) async throws in
                    await #expect(throws: (any Error).self) { try await kiosk.send(.get, EST.certificates) }
                }
                await #expect(throws: EnrolmentFault.notOffered) {
                    try await machine.client(port).enrol(
                        "kiosk-001", code: "2222-2222-2222", key: try machine.folder.nextKey(), now: Date())
                }
            }
        }
    }

    @Test func `a store whose authority's key is elsewhere does not start, and says why`() async throws {
        try await withMachine { machine in
            try FileManager.default.removeItem(at: machine.store.folder.appending(path: "kiosk-authority.key"))
            let ended = try machine.central(["serve"])
            #expect(ended.status != 0 && ended.error.contains("the key is elsewhere"))
        }
    }
}

private let silent = Logger(label: "kiosk") { _ in SwiftLogNoOpLogHandler() }

/// A store, and a machine that has no certificate yet.
private struct Machine {
    let store: ServedStore
    /// Where it keeps what it is known by.
    let path: String
    let roots: String

    var folder: IdentityFolder { IdentityFolder(path) }

    func central(_ arguments: [String]) throws -> CentralProcess.Ended {
        try CentralProcess.run(arguments + ["--config", store.settingsFile.path()])
    }

    func code() throws -> String {
        let ended = try central(["kiosk", "enrol", "kiosk-001"])
        try #require(ended.status == 0, "\(ended.error)")
        return ended.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func client(_ port: Int) -> EnrolmentClient {
        EnrolmentClient(store: address(port), rootsFile: roots, logger: silent)
    }

    func enrol(_ code: String, _ port: Int) async throws {
        let key = try folder.nextKey()
        try folder.keep(try await client(port).enrol("kiosk-001", code: code, key: key, now: Date()), for: key)
    }

    /// - Returns: the fault with which a question of this machine ends; nil when it is answered.
    func ask(_ port: Int, identity: String? = nil) async throws -> StoreFault? {
        let file = identity ?? folder.file
        let client = try CentralClient(
            StoreConnection(baseURL: address(port), rootsFile: roots, certificateFile: file, keyFile: file),
            logger: silent)
        var fault: StoreFault?
        do throws(StoreFault) { _ = try await client.storeTime() } catch { fault = error }
        try await client.shutdown()
        return fault
    }

    func serve(_ body: (Int) async throws -> Void) async throws {
        let process = try CentralProcess(store)
        try await body(process.port)
        #expect(process.stop() == 0)
    }

    private func address(_ port: Int) -> URL { URL(string: "https://localhost:\(port)") ?? URL(filePath: "/") }
}

private func withMachine(enrols: Bool = true, _ body: (Machine) async throws -> Void) async throws {
    try await withFolder { folder in
        let store = try await ServedStore(in: folder, enrols: enrols)
        let roots = folder.appending(path: "roots.pem")
        try Data(try store.hosts.pem.utf8).write(to: roots)
        try await body(
            Machine(store: store, path: folder.appending(path: "identity").path(), roots: roots.path()))
    }
}

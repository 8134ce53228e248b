import Core
import Documents
import Foundation
import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import Synchronization
import Testing

@testable import Central

/// A back office that listens, over a store whose clock the test moves.
struct OpenOffice {
    let store: TestStore
    let hosts: TestAuthority
    let port: Int

    var accounts: ReviewerAccounts { .cheap(store.registry) }

    /// Runs with browsers in which nobody has logged in.
    func visit(_ count: Int = 1, _ body: ([Browser]) async throws -> Void) async throws {
        try await withBrowsers(count, trusting: hosts, port: port, body)
    }

    /// Runs with the browser of a reviewer at work.
    func work(as account: String = "r1001", _ body: (Browser) async throws -> Void) async throws {
        try await visit { browsers in
            let page = try await browsers[0].logIn(account)
            try #require(page.status == 303)
            try await body(browsers[0])
        }
    }
}

extension ReviewerAccounts {
    /// A cost at which tests do not wait.
    static func cheap(_ registry: Registry) -> ReviewerAccounts {
        ReviewerAccounts(
            database: registry.database, world: registry.world, cost: .init(exponent: 4, blockSize: 1, parallelism: 1))
    }
}

/// - Parameter automaticAcceptance: off unless told otherwise: a sealed application waits for a reviewer.
func withOffice(
    automaticAcceptance: Bool = false, inspectingWith press: PaperPress? = nil,
    certifyingWith certifier: PaperPress? = nil, _ body: (OpenOffice) async throws -> Void
) async throws {
    try await withStore(
        automaticAcceptance: automaticAcceptance, inspectingWith: press, certifyingWith: certifier
    ) { store in
        let accounts = ReviewerAccounts.cheap(store.registry)
        for (id, role) in [("r1001", Reviewer.Role.reviewer), ("r1002", .reviewer), ("s2001", .supervisor)] {
            let reviewer = Reviewer(id: id, name: "测试审核员 \(id)", role: role, isActive: true)
            try await accounts.add(reviewer, password: Browser.password, by: "test")
        }
        try await withOffice(over: store, body)
    }
}

/// Another back office over the same store, as after a restart of the program.
func withOffice(over store: TestStore, _ body: (OpenOffice) async throws -> Void) async throws {
    let hosts = try TestAuthority("测试主机根")
    let server = try hosts.host("back-office")
    let tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: [.certificate(try NIOSSLCertificate(bytes: Array(server.pem.utf8), format: .pem))],
        privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(server.keyPEM.utf8), format: .pem)))
    let office = Office(
        registry: store.registry, hours: OfficeHours(),
        desk: PasswordDesk(cost: .init(exponent: 4, blockSize: 1, parallelism: 1)))
    let (ports, told) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "office")
    logger.logLevel = .critical
    let application = Application(
        router: office.router(), server: try .tls(.http1(), tlsConfiguration: tls),
        configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { told.yield($0.localAddress?.port ?? 0) }, logger: logger)
    let serving = Task { try await application.run() }
    defer { serving.cancel() }
    var port = 0
    for await told in ports {
        port = told
        break
    }
    try await body(OpenOffice(store: store, hosts: hosts, port: port))
}

extension TestStore {
    /// Saved, signed and sealed; where acceptance is a reviewer's it waits for one.
    func sealed(_ person: Int = 0, employer: Int = 0) async throws -> ApplicationID {
        try await accepted(person, employer: employer).id
    }

    func registration(_ id: ApplicationID) async throws -> Registration {
        try #require(try await registry.database.read { try $0.application(id) }).registration
    }

    /// Audit lines of this actor, oldest first.
    func acts(of actor: String) async throws -> [String] {
        try await registry.database.read { session in
            #expect(try session.firstBrokenAuditRow() == nil)
            return try session.rows("SELECT act FROM audit WHERE actor = ? ORDER BY position", actor)
                .map { try $0.text("act") }
        }
    }
}

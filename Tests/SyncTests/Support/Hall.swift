import Core
import Foundation
import Logging
import Sync
import Testing

/// A kiosk with its certificate and a store that does what a script says, on loopback.
struct Hall: Sendable {
    let client: CentralClient
    let connection: StoreConnection
    let server: ScriptedServer
    let restart: @Sendable () async throws -> ScriptedServer
}

func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sync-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

func withHall(
    answerTimeout: Duration = .seconds(20), logger: Logger = Logger(label: "test", factory: { _ in Silence() }),
    script: @escaping ScriptedServer.Script, _ body: (Hall) async throws -> Void
) async throws {
    try await withFolder { folder in
        let authority = try TestAuthority(named: "test root", in: folder)
        let (roots, store, kiosk) = (
            try authority.writeRoot(), try authority.issue("store"), try authority.issue("kiosk-001")
        )
        let server = try await ScriptedServer.start(
            certificate: store.certificate, key: store.key, clientRoots: roots, script: script)
        let connection = StoreConnection(
            baseURL: try #require(URL(string: "https://127.0.0.1:\(server.port)")), rootsFile: roots,
            certificateFile: kiosk.certificate, keyFile: kiosk.key, answerTimeout: answerTimeout)
        let hall = Hall(
            client: try CentralClient(connection, logger: logger), connection: connection, server: server,
            restart: { [port = server.port] in
                try await ScriptedServer.start(
                    certificate: store.certificate, key: store.key, clientRoots: roots, port: port, script: script)
            })
        do {
            try await body(hall)
            try await close(hall)
        } catch {
            try? await close(hall)
            throw error
        }
    }
}

private func close(_ hall: Hall) async throws {
    try? await hall.server.stop()
    try await hall.client.shutdown()
}

struct Silence: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .critical
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {}
}

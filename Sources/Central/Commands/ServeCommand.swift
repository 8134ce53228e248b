import ArgumentParser
import Foundation
import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve kiosks until SIGTERM.")

    @Option(help: "Settings file of the store.")
    var config: String

    func run() async throws {
        let store = try SettingsFile(at: config)
        LoggingSystem.bootstrap { label in StreamLogHandler.standardError(label: label) }
        var logger = Logger(label: "central")
        logger.logLevel = Logger.Level(rawValue: store.settings.logLevel) ?? .info
        let service = try StoreService(store, world: .real, logger: logger)
        try await service.run { port in
            // The line for which a script waits; written at once, whatever stdout is.
            FileHandle.standardOutput.write(Data("listening on \(store.settings.host):\(port)\n".utf8))
        }
    }
}

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
        let settings = store.settings
        try await service.run { listening in
            // The lines for which a script waits; written at once and together, whatever stdout is.
            let office = listening.backOffice.map { "back office on \(settings.backOffice?.host ?? ""):\($0)\n" } ?? ""
            let text = "\(office)listening on \(settings.host):\(listening.kiosks)\n"
            FileHandle.standardOutput.write(Data(text.utf8))
        }
    }
}

import ArgumentParser
import Foundation

/// What technicians had their kiosks bring: `kiosk machine open-support` opens it where the site's key is.
struct SupportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "support", abstract: "Lists the kiosks' support bundles, or writes one to a file.")

    @Option(help: "Settings file of the store.")
    var config: String

    @Option(help: "The bundle to write, as the list names it.")
    var id: String?

    @Option(help: "File that it is written to.")
    var output = "support.p7m"

    func run() async throws {
        let store = try SettingsFile(at: config)
        let database = try SQLiteDatabase(file: store.url(store.settings.dataFile))
        guard let id else {
            for entry in try await database.read({ try $0.supportBundles() }) {
                print("\(entry.id)  \(entry.kiosk)  \(entry.at.ISO8601Format())  \(entry.size) bytes")
            }
            return
        }
        guard let bundle = try await database.read({ try $0.supportBundle(id) }) else {
            throw ValidationError("there is no bundle \(id): `central support --config …` lists them")
        }
        try bundle.content.write(to: URL(filePath: output))
    }
}

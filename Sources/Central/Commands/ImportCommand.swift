import ArgumentParser
import Core
import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a register from a CSV file (docs/import.md); may be repeated.",
        discussion: "Good lines go in, in one transaction; refused ones are told. Status 2 when any was refused.")

    @Argument(help: "enterprises, qualifications, registrations or paper-certificates.")
    var kind: ImportKind

    @Argument(help: "CSV with a header, UTF-8 or GB18030; photos lie beside it.")
    var file: String

    @Option(help: "Settings file of the store.")
    var config: String

    @Flag(help: "Check and report only; nothing is written.")
    var dryRun = false

    @Flag(help: "The report as JSON.")
    var json = false

    func run() async throws {
        let store = try SettingsFile(at: config)
        let place = URL(filePath: file)
        let importer = Importer(
            database: try SQLiteDatabase(file: store.url(store.settings.dataFile)), world: .real,
            rules: store.settings.formRules)
        let report: ImportReport
        do {
            guard let data = try? Data(contentsOf: place) else { throw ImportFault.unreadable }
            report = try await importer.take(
                data, as: kind, folder: place.deletingLastPathComponent(), isDryRun: dryRun)
        } catch let fault as ImportFault { throw ValidationError("\(file): \(fault)") }
        FileHandle.standardOutput.write(try json ? Self.encode(report) : Data(report.text.utf8))
        if !report.refused.isEmpty { throw ExitCode(2) }
    }

    private static func encode(_ report: ImportReport) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(report) + Data("\n".utf8)
    }
}

extension ImportKind: ExpressibleByArgument {}

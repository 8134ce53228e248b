import ArgumentParser
import CardReader
import Core
import Documents
import Foundation

/// `kiosk card`: what lies on each reader, for a technician.
struct CardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: "Prints what lies on each reader; personal data is masked unless revealed.")

    @Option(help: "The site's settings file, for which reader is for what.")
    var settings: String = "/etc/kiosk/kiosk.json"

    @Flag(help: "Print as JSON.")
    var json = false

    @Flag(help: "Print names and numbers in full.")
    var reveal = false

    func run() async throws {
        let site = try SiteSettings.read(URL(fileURLWithPath: settings))
        if let socket = site.readers.socket { setenv("PCSCLITE_CSOCK_NAME", socket, 1) }
        let survey = CardSurvey(
            binding: ReaderBinding(identity: site.readers.identity, enterprise: site.readers.enterprise),
            reveal: reveal, creditCodeExtensions: site.creditCodeReader.creditCodeOIDs)
        do throws(CardFault) {
            let reports = try await survey.reports()
            print(json ? Self.json(reports) : Self.text(reports))
        } catch {
            StandardError.tell("\(error.advice.code): \(error.advice.technician)")
            throw ExitCode.failure
        }
    }

    static func text(_ reports: [CardReport]) -> String { reports.map(\.description).joined(separator: "\n") }

    static func json(_ reports: [CardReport]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Reports are strings, numbers and lists of these: they always encode.
        return (try? encoder.encode(reports)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }
}

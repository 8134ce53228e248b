import ArgumentParser
import CardReader
import Core
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
            reveal: reveal, creditCodeExtensions: site.trust.creditCodeOIDs ?? ["1.2.156.112570.11.210"])
        do throws(CardFault) {
            show(try await survey.reports())
        } catch {
            FileHandle.standardError.write(Data("\(error.advice.code): \(error.advice.technician)\n".utf8))
            throw ExitCode.failure
        }
    }

    private func show(_ reports: [CardReport]) {
        guard json else { return print(reports.map(\.description).joined(separator: "\n")) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        if let data = try? encoder.encode(reports) { print(String(decoding: data, as: UTF8.self)) }
    }
}

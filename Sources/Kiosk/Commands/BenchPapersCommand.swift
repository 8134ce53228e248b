import ArgumentParser
import Core
import Documents
import Foundation

/// `kiosk bench-papers`: for script/bench alone. Sets both papers again and again in this process, and prints the
/// milliseconds of each as JSON.
struct BenchPapersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-papers", abstract: "Measures typesetting.", shouldDisplay: false)

    @Option(help: "The site's settings file, for the fonts.")
    var settings: String

    @Option(help: "What the papers say, as JSON: content of the form and the notice.")
    var papers: String

    @Option(help: "JPEG for the form.")
    var photo: String?

    @Flag(help: "Leave freed memory as it was: what does overwriting it cost?")
    var remembering = false

    @Option(help: "How often each is set.")
    var runs = 20

    /// What the papers say.
    private struct Papers: Decodable {
        let form: ApplicationFormContent
        let notice: AcceptanceNotice
    }

    private struct Milliseconds: Encodable {
        var form: [Double] = []
        var notice: [Double] = []
    }

    func run() async throws {
        if remembering { ProcessMemory.remember() }
        let site = try SiteSettings.read(URL(fileURLWithPath: settings))
        let papers = try JSONDecoder().decode(Papers.self, from: try Data(contentsOf: URL(fileURLWithPath: papers)))
        let photo = try photo.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
        let press = try PaperPress(fonts: URL(fileURLWithPath: site.fonts), layouts: site.layoutFolder)
        var spent = Milliseconds()
        let now = Date()
        for _ in 0..<runs {
            spent.form.append(
                try await milliseconds {
                    _ = try await press.applicationForm(papers.form, photo: photo, created: now)
                })
            spent.notice.append(
                try await milliseconds {
                    _ = try await press.acceptanceNotice(papers.notice, copy: 1, kiosk: site.kiosk, printedAt: now)
                })
        }
        print(String(decoding: try JSONEncoder().encode(spent), as: UTF8.self))
    }

    private func milliseconds(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }
}

import ArgumentParser
import Core
import Documents
import Foundation

/// `kiosk paper`: lists the papers, shows a layout with fictitious content, and checks a site's own layouts.
struct PaperCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Previews papers and checks their layouts.",
        discussion: """
            kiosk paper --list
            kiosk paper acceptance-notice --sample --output notice.pdf
            kiosk paper acceptance-notice --layout > papers/acceptance-notice.json
            kiosk paper --check papers
            """)

    @Argument(help: "Which paper; --list names them.")
    var name: String?

    @Flag(help: "Name every paper.")
    var list = false

    @Flag(help: "Set the paper with fictitious content.")
    var sample = false

    @Flag(help: "With --sample: the longest names and lists.")
    var longest = false

    @Flag(help: "Write the layout that comes with the program, to begin one's own with.")
    var layout = false

    @Option(help: "Folder with a site's own layouts.")
    var templates: String?

    @Option(help: "Where the PDF goes; otherwise to standard output.")
    var output: String?

    @Option(help: "Check the layouts in this folder, and set every paper with them.")
    var check: String?

    @Option(help: "Folder with the baked fonts; otherwise what KIOSK_FONTS names.")
    var fonts: String?

    func validate() throws {
        let acts = [list, sample, layout, check != nil].count { $0 }
        guard acts == 1 else { throw ValidationError("Say one of --list, --sample, --layout, --check.") }
        guard sample || layout else { return }
        guard let name, PaperName(rawValue: name) != nil else {
            let names = PaperName.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("Name one paper of \(names).")
        }
    }

    func run() async throws {
        if list { return print(Self.names(overriddenIn: templates.map { URL(fileURLWithPath: $0) })) }
        if let check { return try await checkLayouts(in: URL(fileURLWithPath: check)) }
        guard let paper = name.flatMap(PaperName.init(rawValue:)) else { throw ExitCode.validationFailure }
        if layout { return try write(TemplateLibrary.shipped(paper)) }
        let press = try press(layouts: templates.map { URL(fileURLWithPath: $0) })
        let pdf: [UInt8]
        do { pdf = try await press.sample(paper, longest ? .longest : .ordinary, at: Date()) } catch {
            throw Self.refusal([Self.words(for: error, paper)])
        }
        try write(Data(pdf))
    }

    static func names(overriddenIn folder: URL?) -> String {
        PaperName.allCases.map { paper in
            let mark = TemplateLibrary.isOverridden(paper, in: folder) ? "  (site's own layout)" : ""
            return paper.rawValue.padding(toLength: 26, withPad: " ", startingAt: 0) + paper.chinese + mark
        }.joined(separator: "\n")
    }

    /// A layout may be well-formed and still not hold the paper: each is set with the shortest and the longest.
    private func checkLayouts(in folder: URL) async throws {
        let press = try press(layouts: folder)
        var mistakes: [String] = []
        for paper in PaperName.allCases {
            for length in PaperSamples.Length.allCases {
                do { _ = try await press.sample(paper, length, at: Date()) } catch {
                    mistakes.append(Self.words(for: error, paper))
                }
            }
        }
        guard mistakes.isEmpty else { throw Self.refusal(mistakes) }
        let own = PaperName.allCases.filter { TemplateLibrary.isOverridden($0, in: folder) }.map(\.rawValue)
        print(
            "\(PaperName.allCases.count) papers set; the site's own: \(own.isEmpty ? "none" : own.joined(separator: ", "))"
        )
    }

    private func press(layouts: URL?) throws -> PaperPress {
        let folder = fonts ?? ProcessInfo.processInfo.environment["KIOSK_FONTS"] ?? "fonts"
        do { return try PaperPress(fonts: URL(fileURLWithPath: folder), layouts: layouts) } catch {
            switch error {
            case .templates(let faults): throw Self.refusal(faults.faults.map(\.description))
            case .fontsMissing:
                throw Self.refusal(["no fonts in \(folder): run script/bake-fonts, or say where with --fonts"])
            case .unprintable, .tooLong, .photoUnreadable, .engine: throw Self.refusal(["\(error)"])
            }
        }
    }

    private static func words(for fault: TypesettingFault, _ paper: PaperName) -> String {
        switch fault {
        case .tooLong(let field):
            "\(paper.rawValue): “\(field)” does not fit; give it room, a tighter table, or let \"sheets\" be \"many\""
        case .unprintable(let field):
            "\(paper.rawValue): “\(field)” has a character that the fonts lack; write it otherwise"
        case .templates(let faults): faults.description
        case .fontsMissing, .photoUnreadable, .engine: "\(paper.rawValue): \(fault)"
        }
    }

    private static func refusal(_ mistakes: [String]) -> ExitCode {
        StandardError.tell(mistakes.joined(separator: "\n"))
        return .failure
    }

    private func write(_ content: Data) throws {
        guard let output else { return FileHandle.standardOutput.write(content) }
        try content.write(to: URL(fileURLWithPath: output))
    }
}

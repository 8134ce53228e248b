import Foundation
import Terminal
import Testing

@testable import Screens

/// The one table of texts.
struct TextTests {
    static let phrases = Texts.all

    @Test func `no table is left out`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Screens/Texts").standardizedFileURL
        let sources = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { try String(contentsOf: $0, encoding: .utf8) }
        let tables = sources.flatMap { $0.matches(of: /enum (\w+): TextKey/).map { String($0.output.1) } }
        #expect(Set(Self.phrases.map { String($0.key.prefix { $0 != "." }) }) == Set(tables))
    }

    @Test func `both languages put in the same things`() {
        for (key, phrase) in Self.phrases {
            #expect(placeholders(phrase.chinese) == placeholders(phrase.english), "\(key)")
        }
    }

    @Test func `every glyph is of certain width and no text is longer than two lines`() {
        for (key, phrase) in Self.phrases {
            for text in [phrase.chinese, phrase.english] {
                #expect(!text.isEmpty, "\(key)")
                #expect(text.unicodeScalars.allSatisfy { TextWidth.certain($0) != nil }, "\(key): \(text)")
                #expect(TextWidth.of(text) <= 120, "\(key): \(TextWidth.of(text)) cells")
            }
        }
    }

    @Test(arguments: TaskText.allCases)
    func `every big title has its glyphs and fits its screen`(task: TaskText) throws {
        for text in [task.phrase.chinese, task.phrase.english] {
            let bitmap = try #require(BigGlyphs.bitmap(of: text), "\(text): run script/bake-big-glyphs")
            #expect(bitmap.width <= 60 || [.registration, .welcome].contains(task), "\(text)")
        }
    }

    @Test func `the title of every screen is its own`() throws {
        var names: [String: String] = [:]
        for scene in Scene.allCases where ![.warning, .help, .helpSwitched].contains(scene) {
            let walk = try scene.walk
            let frame = walk.frame()
            let title = try #require(frame.tree.nodes.first { $0.role == .heading }?.label)
            let known = names[title]
            #expect(known == nil || known == walk.screen, "“\(title)” on \(walk.screen) and \(known ?? "")")
            names[title] = walk.screen
            #expect(
                frame.tree.roots.first?.id.rawValue == walk.screen || scene == .pinLastTryQuestion
                    || scene == .detailEditWarning || scene == .detailWithdrawQuestion || scene == .replaceQuestion
                    || scene == .renameQuestion)
        }
    }

    @Test func `a terminal that is too small says so`() {
        let walk = Walk()
        for size in [Size(width: 39, height: 22), Size(width: 40, height: 21), Size(width: 12, height: 4)] {
            let frame = Frame(walk.model.view(size: size), size: size)
            #expect(frame.tree.roots.first?.id == "screen.tooSmall")
            #expect(frame.text.contains("屏幕太小"))
        }
    }

    @Test func `every size from the smallest on is laid out without a finding`() throws {
        for width in [40, 47, 54, 60, 71, 76, 106] {
            for height in [22, 27, 28, 33, 53] {
                for scene in [Scene.welcome, .formProblems, .nameMatches, .pinTyped, .signingCode, .printHeld] {
                    let size = Size(width: width, height: height)
                    let findings = try scene.walk.frame(size).findings
                    #expect(findings.isEmpty, "\(scene) \(width)×\(height): \(findings)")
                }
            }
        }
    }

    private func placeholders(_ text: String) -> [String] {
        (1...3).map { "{\($0)}" }.filter { text.contains($0) }
    }
}

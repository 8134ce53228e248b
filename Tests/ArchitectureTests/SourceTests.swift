import Foundation
import Testing

/// Habits of the house that a compiler does not check.
@Suite struct SourceTests {
    private let files: [SourceFile]

    init() throws { files = try Repository.files(of: .sources) }

    @Test(arguments: [
        "try!", "as!", "fatalError(", "preconditionFailure(", "@unchecked Sendable", "nonisolated(unsafe)",
    ])
    func `a way around the compiler has its reason beside it`(word: String) {
        for file in files {
            let bare = file.linesOfCode(with: word).filter { !file.hasComment(nearLine: $0) }
            #expect(bare == [], "\(file.path): \(word)")
        }
    }

    @Test func `nothing is left to be done`() {
        for file in files {
            for word in ["TODO", "FIXME"] {
                #expect(!file.lines.contains { $0.contains(word) }, "\(file.path): \(word)")
            }
        }
    }

    @Test func `no file is longer than 400 lines`() {
        for file in files { #expect(file.lines.count <= Laws.longestFile + 1, "\(file.path)") }
    }

    @Test func `nothing is public, and identifiers are ASCII`() {
        for file in files {
            for word in ["public ", "open class ", "open func ", "open var "] {
                #expect(file.linesOfCode(with: word) == [], "\(file.path): \(word)")
            }
            #expect(!file.code.contains { line in line.utf8.contains { $0 >= 128 } }, "\(file.path)")
        }
    }

    /// A `default` beside a case that begins with a dot hides the next case from the compiler.
    @Test func `Core switches over its enums in full`() {
        for file in files where file.target == "Core" {
            #expect(Self.defaultsOverEnums(file.code) == [], "\(file.path)")
        }
    }

    @Test func `a default over an enum is found, one over numbers is not`() {
        func found(_ code: [String]) -> [Int] { Self.defaultsOverEnums(code.map { $0[...] }) }
        #expect(found(["switch state {", "case .draft: 1", "default: 2", "}"]) == [3])
        #expect(found(["switch (one, two) {", "case (.draft, _): 1", "default: 2", "}"]) == [3])
        #expect(found(["switch count {", "case ..<0: 1", "default: 2", "}"]) == [])
        #expect(
            found(["switch n {", "case 0:", "    switch state {", "    case .draft: 1", "    }", "default: 2", "}"])
                == [])
    }

    @Test func `nothing committed knows the machine it was written on`() throws {
        let workshop = Data(("/wor" + "k/").utf8)
        for folder in ["Sources", "Tests", "docs", "script", "image", ".ci"] {
            for path in Repository.files(in: folder) where !path.hasSuffix(".pyc") {
                let bytes = try Data(contentsOf: Repository.top.appending(path: path))
                #expect(bytes.range(of: workshop) == nil, "\(path)")
            }
        }
    }

    /// Numbers of the lines with a `default:` whose switch has a case with a leading dot. Cases and default of one
    /// switch are indented alike, which the formatter sees to.
    private static func defaultsOverEnums(_ code: [Substring]) -> [Int] {
        code.indices.filter { index in
            let indent = code[index].prefix { $0 == " " }
            guard code[index].dropFirst(indent.count).hasPrefix("default:") else { return false }
            let above = code[..<index].reversed().prefix { line in
                !(line.contains("switch ") && line.prefix { $0 == " " } == indent)
            }
            return above.contains { line in
                line.hasPrefix(indent) && line.dropFirst(indent.count).prefixMatch(of: /case \(?\.[a-z]/) != nil
            }
        }
        .map { $0 + 1 }
    }
}

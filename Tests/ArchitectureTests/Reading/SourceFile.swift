/// A Swift file, as text and as code: in code, comments and the contents of literals are blank.
struct SourceFile {
    let path: String
    let lines: [Substring]
    let code: [Substring]
    /// Modules that this file imports, however the import is written.
    let imports: Set<String>

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        code = Blanking.code(of: text).split(separator: "\n", omittingEmptySubsequences: false)
        imports = Set(code.flatMap(Self.imports))
    }

    /// `Sources/Core/…` belongs to `Core`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    private static func imports(in line: Substring) -> [String] {
        guard line.contains("import") else { return [] }
        let pattern =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?(\w+)/
        return line.split(separator: ";").compactMap { $0.firstMatch(of: pattern).map { String($0.1) } }
    }

    /// Numbers of the lines of code that hold this text.
    func linesOfCode(with text: String) -> [Int] { code.indices.filter { code[$0].contains(text) }.map { $0 + 1 } }

    /// Some comment stands on that line or next to it: up to three lines above, two below.
    func hasComment(nearLine number: Int) -> Bool {
        lines.indices.clamped(to: max(0, number - 4)..<number + 2)
            .contains { lines[$0].contains("//") && !code[$0].contains("//") }
    }
}

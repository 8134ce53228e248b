import Foundation
import Testing

/// Compares a text with the file that a person has read and committed; `RECORD=1` writes the file instead.
func expectGolden(_ text: String, _ file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let difference = firstDifference(expected, text)
    #expect(difference == nil, "\(file.lastPathComponent) is out of date", sourceLocation: sourceLocation)
}

private func firstDifference(_ expected: String, _ found: String) -> String? {
    guard expected != found else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    return "line \(line + 1): \(new.dropFirst(line).first ?? "(end)")"
}

/// A file of the repository, by its path from the top.
func repositoryFile(_ path: String) -> URL {
    URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "../../../\(path)").standardized
}

/// A file beside the tests of Core.
func testFile(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../\(path)").standardized
}

import Foundation
import Testing

/// Compares a text with the file that a person has read and committed; `RECORD=1` writes the file instead.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = repositoryFile("Tests/DocumentsTests/Goldens/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "\(name).txt is out of date", sourceLocation: sourceLocation)
}

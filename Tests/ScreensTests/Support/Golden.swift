import Foundation
import Testing

/// Plain text files beside the tests; `RECORD=1` writes them.
enum Golden {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Goldens")

    static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

    static func text(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

    static func file(_ name: String) -> URL { folder.appendingPathComponent(name + ".txt") }
}

func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if Golden.isRecording {
        let file = Golden.file(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        return try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try Golden.text(name)), "\(name) differs from its golden", sourceLocation: sourceLocation)
}

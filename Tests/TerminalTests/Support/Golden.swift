import Foundation
import Testing

@testable import Terminal

/// Compares with the text file of this name beside the tests; `RECORD=1 swift test` writes it anew.
func expectGolden(_ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Goldens")
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try Data(text.utf8).write(to: file)
    } else {
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(text == golden, "\(name): RECORD=1 writes it anew", sourceLocation: sourceLocation)
    }
}

extension Frame {
    /// The cells, then the targets as a person would name them, then what is found wrong.
    var printed: String {
        let targets = tree.targets.map { node in
            var line = "\(node.role.rawValue) “\(node.label)”"
            if let value = node.value, !value.isEmpty { line += " = \(value)" }
            if let isSelected = node.state.isSelected { line += isSelected ? " [on]" : " [off]" }
            if node.state.isFocused { line += " [focused]" }
            if node.state.isPressed { line += " [pressed]" }
            if let reason = node.state.availability.reason { line += " [disabled: \(reason)]" }
            if let problem = node.state.problem { line += " [problem: \(problem)]" }
            return line + " at \(node.rect.x),\(node.rect.y) \(node.rect.width)×\(node.rect.height)"
        }
        let rule = String(repeating: "·", count: size.width)
        return (grid.lines + [rule] + targets + findings.map { "! \($0)" }).joined(separator: "\n") + "\n"
    }
}

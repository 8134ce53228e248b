import Terminal
import Testing

@testable import Screens

/// A size and a way of showing in which screens are recorded. Contrast changes colours alone: see ThemeTests.
struct Look: Hashable, Sendable, CustomStringConvertible, CustomTestStringConvertible {
    var size: Size
    var presentation = Presentation()

    init(_ width: Int, _ height: Int, _ presentation: Presentation = Presentation()) {
        size = Size(width: width, height: height)
        self.presentation = presentation
    }

    /// A landscape and a portrait panel, both in large print, English, and the two smallest layouts.
    static let recorded = [
        Look(80, 30), Look(60, 53), Look(60, 34), Look(40, 22), Look(80, 30, Presentation(language: .english)),
        Look(80, 30, Presentation(printSize: .large)), Look(60, 53, Presentation(printSize: .large)),
    ]

    /// The name of the folder of its goldens.
    var description: String {
        var parts = ["\(size.width)x\(size.height)"]
        if presentation.printSize != .normal { parts.append(presentation.printSize.rawValue) }
        if presentation.language != .chinese { parts.append(presentation.language.rawValue) }
        return parts.joined(separator: "-")
    }

    var testDescription: String { description }
}

extension Scene {
    /// The scene in this language and print; contrast and voice stay the scene's own.
    func walk(in look: Look) throws -> Walk {
        var walk = try walk
        walk.model.presentation.language = look.presentation.language
        walk.model.presentation.printSize = look.presentation.printSize
        return walk
    }
}

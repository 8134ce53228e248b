import Foundation
import Testing

@testable import Screens
@testable import Terminal

/// What a terminal must be fed to show a screen, for script/screenshots.
struct ScreenshotTests {
    struct Shot: Sendable {
        let name: String
        let scene: Scene
        let look: Look

        init(_ scene: Scene, _ look: Look, _ name: String) {
            self.scene = scene
            self.look = look
            self.name = name
        }

        var bytes: [UInt8] {
            get throws {
                var walk = try scene.walk
                walk.model.presentation = look.presentation
                var encoder = ScreenEncoder()
                return encoder.encode(walk.frame(look.size).grid, theme: look.presentation.theme)
            }
        }
    }

    static let shots = [
        Shot(.welcome, Look(106, 30), "01-welcome"),
        Shot(.welcome, Look(60, 53, Presentation(printSize: .large, contrast: .high)), "02-welcome-large-contrast"),
        Shot(.help, Look(80, 30), "03-help"), Shot(.cardAwaited, Look(80, 30), "04-card"),
        Shot(.formProblems, Look(80, 30), "05-form"), Shot(.nameMatches, Look(80, 30), "06-name"),
        Shot(.pinTyped, Look(80, 30, Presentation(contrast: .high)), "07-pin-contrast"),
        Shot(.sealed, Look(80, 30, Presentation(printSize: .large)), "08-sealed-large"),
        Shot(.warning, Look(80, 30), "09-warning"),
        Shot(.printHeld, Look(80, 30, Presentation(language: .english)), "10-print-english"),
        Shot(.kindsBarred, Look(60, 53, Presentation(printSize: .large)), "11-kinds-large"),
        Shot(.nameMatches, Look(40, 22), "12-name-small"),
    ]

    @Test func `every picture has its bytes`() throws {
        let folder = ProcessInfo.processInfo.environment["SCREENSHOTS"].map { URL(fileURLWithPath: $0) }
        for shot in Self.shots {
            let bytes = try shot.bytes
            #expect(bytes.count > 1000, "\(shot.name)")
            guard let folder else { continue }
            let name = "\(shot.name)@\(shot.look.size.width)x\(shot.look.size.height).ansi"
            try Data(bytes).write(to: folder.appendingPathComponent(name))
        }
    }
}

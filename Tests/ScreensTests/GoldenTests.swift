import Foundation
import Terminal
import Testing

@testable import Screens

/// What a person sees, screen by screen.
struct GoldenTests {
    @Test(arguments: Scene.allCases, Look.recorded)
    func `every screen looks as recorded`(scene: Scene, look: Look) throws {
        try expectGolden(try scene.walk(in: look).frame(look.size).grid.printed, "\(look)/\(scene.rawValue)")
    }

    @Test(
        arguments: Scene.allCases,
        [
            Size(width: 80, height: 30), Size(width: 60, height: 34), Size(width: 40, height: 22),
            Size(width: 106, height: 30), Size(width: 60, height: 53),
        ])
    func `nothing on a screen is too small, off the screen, cut or without a reason`(
        scene: Scene, size: Size
    ) throws {
        var walk = try scene.walk
        for language in Language.allCases {
            walk.model.presentation.language = language
            let findings = walk.frame(size).findings
            #expect(findings.isEmpty, "\(scene) \(size.width)×\(size.height) \(language): \(findings)")
        }
    }
}

import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// A hardware keyboard works too.
struct KeyTests {
    @Test func `every digit of a pad is a key of the keyboard`() throws {
        let walk = try Walk.pin()
        for size in [Size(width: 80, height: 30), Size(width: 40, height: 22)] {
            let shortcuts = Set(walk.frame(size).tree.targets.compactMap(\.shortcut))
            for digit in 0...9 { #expect(shortcuts.contains(.character(Character(String(digit))))) }
            #expect(shortcuts.contains(.backspace))
        }
    }

    @Test func `escape goes back, and never ends a visit`() throws {
        #expect(try Walk.preview().model.action(for: .escape) == .preview(.back))
        #expect(try Scene.name.walk.model.action(for: .escape) == .enterpriseName(.cancel))
        #expect(try Walk.list().model.action(for: .escape) == nil)
    }

    @Test func `digits choose candidates, letters type on the small keyboard too`() throws {
        let model = try Scene.nameCandidates.walk.model
        #expect(model.action(for: .character("2")) == .enterpriseName(.key(.candidate(1))))
        #expect(model.action(for: .character("Z")) == .enterpriseName(.key(.character("z"))))
        #expect(try Walk.pin().model.action(for: .character("2")) == nil)
    }

    @Test func `any key goes on during the warning`() throws {
        #expect(try Scene.warning.walk.model.action(for: .character("q")) == .anywhere(.stay))
    }
}

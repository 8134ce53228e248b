import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Nothing that can be on the screen is left out of the goldens.
struct CoverageTests {
    /// Names of screens are written once, where `Screen` and its pages have their names.
    @Test func `every screen that the program knows has a scene`() throws {
        let sources = Golden.folder.appendingPathComponent("../../../Sources/Screens").standardizedFileURL
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var known: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            known.formUnion(text.matches(of: /"(screen\.[a-zA-Z]+)"/).map { String($0.1) })
        }
        #expect(known.count > 30)
        let shown = Set(try Scene.allCases.map { try $0.walk.screen })
        #expect(known.subtracting(shown) == ["screen.tooSmall"])
        #expect(shown.isSubset(of: known))
    }

    @Test func `every scene is recorded in every look, and nothing else is`() throws {
        for look in Look.recorded {
            let folder = Golden.folder.appendingPathComponent("\(look)")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let names = files.map { $0.replacingOccurrences(of: ".txt", with: "") }
            #expect(Set(names) == Set(Scene.allCases.map(\.rawValue)), "\(look)")
        }
    }

    @Test func `the looks are those that halls have`() {
        let wanted = [
            Look(80, 30), Look(60, 53), Look(80, 30, Presentation(printSize: .large)),
            Look(80, 30, Presentation(language: .english)),
        ]
        #expect(Set(Look.recorded).isSuperset(of: wanted))
    }

    @Test func `every way that a visit ends has a scene`() throws {
        let ended = try Scene.allCases.compactMap { scene -> Ending? in
            if case .ended(let ended) = try scene.walk.model.screen { Self.ending(ended.reason) } else { nil }
        }
        #expect(Set(ended) == Set(Ending.allCases))
    }

    private enum Ending: CaseIterable { case byPerson, removed, idle, otherCard, readerLost }

    private static func ending(_ reason: EndReason) -> Ending {
        switch reason {
        case .byPerson: .byPerson
        case .cardRemoved: .removed
        case .idle: .idle
        case .otherCard: .otherCard
        case .readerLost: .readerLost
        }
    }

    @Test func `every notice has a scene`() throws {
        let shown = Set(try Scene.allCases.compactMap { try $0.walk.model.notice.map(Self.kind) })
        #expect(shown == Set(Kind.allCases))
    }

    private enum Kind: CaseIterable {
        case trouble, refused, incomplete, returned, withdrawn, staffCalled, cardWanted, sessionEnded
    }

    private static func kind(of notice: Notice) -> Kind {
        switch notice {
        case .trouble: .trouble
        case .refused: .refused
        case .formIncomplete: .incomplete
        case .returned: .returned
        case .withdrawn: .withdrawn
        case .staffCalled: .staffCalled
        case .cardWantedAt: .cardWanted
        case .sessionEnded: .sessionEnded
        }
    }

    @Test func `every scene is in the gallery`() {
        #expect(Set(Gallery.scenes) == Set(Scene.allCases))
    }
}

import Foundation
import Terminal
import Testing

@testable import Screens

/// docs/screens.md: every screen as it is recorded, by the way that a person goes.
struct GalleryTests {
    @Test func `the gallery shows every screen as it is`() throws {
        let file = Golden.folder.appendingPathComponent("../../../docs/screens.md").standardizedFileURL
        let text = try Gallery.text
        if Golden.isRecording { return try text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == text,
            "docs/screens.md is old: RECORD=1 script/test --filter ScreensTests")
    }
}

enum Gallery {
    private static let head = """
        # Screens

        Written by `GalleryTests` from the goldens (`RECORD=1` writes it anew); do not edit. Each screen as it stands on
        80×30 cells, in Chinese and without colours; a few in large print, on a standing panel, and in English. Goldens of
        every screen in every look are in `Tests/ScreensTests/Goldens`.
        """

    private static let ways: [(title: String, scenes: ClosedRange<Scene>)] = [
        ("Coming", .welcome ... .privacy), ("The identity card", .cardAwaited ... .identityUnreachable),
        ("A new user", .phone ... .signatureBrought), ("My applications", .listEmpty ... .kindsBarred),
        ("The form", .formEmpty ... .enterprisePhone), ("Saving and signing", .saving ... .signedThenAccepted),
        ("One application", .detailSaved ... .detailNotAccepted),
        ("The enterprise’s card", .certificateAwaited ... .pinUnread),
        ("Confirming and sealing", .pendingEmpty ... .sealedPrinterOut),
        ("Printing", .printOrdering ... .printNotOrdered),
        ("Sent back by the employer", .returnReasons ... .returnedNotice),
        ("Who is registered already", .kindsRegistered ... .changeGuideBarred), ("Renewal", .renewal ... .hours),
        ("Cancellation", .cancellation ... .cancellationPrinted),
        ("What the employer has confirmed", .confirmed ... .confirmedNotFound),
        ("Taken back", .detailWithdrawQuestion ... .withdrawnNotice),
        ("A qualification from elsewhere", .elsewhere ... .qualificationDate),
        ("Files of the form", .source ... .exchangeBrought),
        ("Certificates", .listRenamed ... .certificatePrinted),
        ("Taken along", .takeAlong ... .paperNotVerified),
        ("A new name of the employer", .rename ... .renamesPrinting),
        ("Receipts and decisions", .sealingOffline ... .correctionAlready),
        ("Hall staff’s corner", .cornerOpening ... .staffReceipt),
        ("The technician’s corner", .technicianHome ... .machineDone),
        ("The end of a visit", .endedByPerson ... .endedReaderLost), ("Over any screen", .warning ... .sessionRenewed),
    ]

    private static let others: [(look: Look, scenes: [Scene])] = [
        (Look(80, 30, Presentation(printSize: .large)), [.welcome, .formFull, .pinTyped]),
        (Look(60, 53, Presentation(printSize: .large)), [.welcome, .name, .sealed]),
        (Look(80, 30, Presentation(language: .english)), [.welcome, .kindsBarred, .printHeld]),
        (Look(40, 22), [.welcome, .nameMatches, .help]),
    ]

    static var scenes: [Scene] { ways.flatMap(\.scenes.members) }

    static var text: String {
        get throws {
            var parts = [head]
            for way in ways {
                parts.append("## \(way.title)")
                for scene in way.scenes.members { parts += try entry(scene, Look(80, 30)) }
            }
            for (look, scenes) in others {
                parts.append("## \(look)")
                for scene in scenes { parts += try entry(scene, look) }
            }
            return parts.joined(separator: "\n\n") + "\n"
        }
    }

    private static func entry(_ scene: Scene, _ look: Look) throws -> [String] {
        let golden = try Golden.text("\(look)/\(scene.rawValue)")
        let picture = golden.components(separatedBy: "\n\nstyles\n")[0]
        return ["### \(scene.rawValue)", "```text\n\(picture)\n```"]
    }
}

extension Scene: Comparable {
    private var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    static func < (one: Scene, other: Scene) -> Bool { one.index < other.index }
}

extension ClosedRange<Scene> {
    fileprivate var members: [Scene] { Scene.allCases.filter(contains) }
}

import Terminal
import Testing

@testable import Screens

/// Every target can be hit with a finger, on every panel that halls have.
struct PanelTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let panel: Panel
        let size: Size

        init(_ name: String, _ width: Double, _ height: Double, _ columns: Int, _ rows: Int) {
            testDescription = "\(name), \(columns)×\(rows)"
            panel = Panel(width: width, height: height)
            size = Size(width: columns, height: rows)
        }
    }

    /// Panels with cells of 18 × 36 pixels at 1080 lines, and of 24 × 48 for back ends with a large font.
    static let cases = [
        Case("21.5 inches lying", 476, 268, 106, 30), Case("21.5 inches standing", 268, 476, 60, 53),
        Case("32 inches standing", 399, 708, 60, 53), Case("15.6 inches lying", 345, 194, 106, 30),
        Case("21.5 inches lying, large cells", 476, 268, 80, 22),
        Case("21.5 inches standing, large cells", 268, 476, 45, 40), Case("a terminal", 476, 268, 80, 30),
        Case("the smallest", 268, 161, 40, 22),
    ]

    @Test(arguments: Scene.allCases, cases)
    func `no target is too small for a finger`(scene: Scene, panel: Case) throws {
        var walk = try scene.walk
        walk.model = walk.model.on(panel.panel)
        for presentation in Self.presentations {
            walk.model.presentation = presentation
            for isHelpOpen in [false, true] {
                walk.model.isHelpOpen = isHelpOpen
                let frame = walk.frame(panel.size)
                let minimum = TouchMinimum.of(presentation.printSize)
                let findings =
                    frame.findings + frame.tree.findings(in: panel.size, panel: panel.panel, minimum: minimum)
                #expect(findings.isEmpty, "\(scene) on \(panel.testDescription), \(presentation): \(findings)")
            }
        }
    }

    /// Pads may not scroll: whatever stands over them must leave them their rows, on any screen.
    @Test(arguments: [Scene.phoneInvalid, .pin, .pinWrong, .pinLastTry, .pinUnread, .signingCodeWrong, .touchTest])
    func `what does not scroll fits every size`(scene: Scene) throws {
        var walk = try scene.walk
        for presentation in Self.presentations {
            walk.model.presentation = presentation
            for width in [40, 47, 53, 54, 60, 75, 76, 94, 110] {
                for height in 22...60 {
                    let findings = walk.frame(Size(width: width, height: height)).findings
                    #expect(findings.isEmpty, "\(scene) on \(width)×\(height), \(presentation): \(findings)")
                }
            }
        }
    }

    private static let presentations = Language.allCases.flatMap { language in
        PrintSize.allCases.map { Presentation(language: language, printSize: $0) }
    }

    @Test func `what is too small for a finger is found`() {
        let view = View<Int>.button("好", width: .fixed(6), action: 1)
        let screen = Size(width: 200, height: 60)
        let tree = Frame(View.column { view }, size: screen).tree
        #expect(tree.findings(in: screen, panel: .standard, minimum: .normal).isEmpty)
        #expect(
            tree.findings(in: screen, panel: .standard, minimum: .large) == [
                .tooSmallForFinger("好", width: 14, height: 13)
            ])
    }
}

extension KioskModel {
    /// The same in a hall with this panel.
    fileprivate func on(_ panel: Panel) -> KioskModel {
        var settings = settings
        settings.panel = panel
        var model = KioskModel(settings: settings, now: now, seed: 7)
        model.devices = devices
        model.visit = visit
        model.notice = notice
        model.lastTouch = lastTouch
        model.cardWatch = cardWatch
        model.errands = errands
        model.screen = screen
        return model
    }
}

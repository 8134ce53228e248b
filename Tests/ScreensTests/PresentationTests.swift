import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// How the screens are shown: changed by one touch from anywhere, and the hall's own for the next person.
struct PresentationTests {
    private static let sizes = [
        Size(width: 80, height: 30), Size(width: 60, height: 53), Size(width: 60, height: 34),
        Size(width: 40, height: 22),
    ]

    @Test(arguments: Scene.allCases)
    func `help is at the top right of every screen, and its box offers everything`(scene: Scene) throws {
        var walk = try scene.walk
        guard !walk.frame().isBoxed else { return }
        for size in Self.sizes where !walk.hasNoticeBox(size) {
            let corner = try #require(walk.frame(size).tree.node("help"))
            #expect(corner.rect.y == 0 && corner.rect.maxX == size.width, "\(scene) \(size)")
            #expect(corner.rect.height >= 3 && corner.rect.width >= 6)
        }
        walk.act(.anywhere(.showHelp(true)))
        for size in Self.sizes where !walk.hasNoticeBox(size) {
            let frame = walk.frame(size)
            let ids = frame.tree.targets.map(\.id.rawValue).filter { $0.hasPrefix("help.") }
            #expect(
                Set(ids) == [
                    "help.print", "help.voice", "help.contrast", "help.language", "help.staff", "help.close",
                ], "\(scene) \(size)")
        }
    }

    @Test(arguments: Scene.allCases)
    func `while a reader recovers every screen stays whole, the smallest too`(scene: Scene) throws {
        var walk = try scene.walk
        walk.card(.serviceDown)
        for size in Self.sizes {
            #expect(walk.frame(size).findings.isEmpty, "\(scene) \(size)")
        }
        walk.act(.anywhere(.speak(walk.model.language == .english ? .chinese : .english)))
        for size in Self.sizes {
            #expect(walk.frame(size).findings.isEmpty, "\(scene) \(size) in the other language")
        }
    }

    @Test(arguments: Scene.allCases)
    func `with a notice above every screen stays whole`(scene: Scene) throws {
        for notice in [Notice.staffCalled, .trouble(.store(.internalError(reference: "0f3a9c21"))), .sessionEnded] {
            var walk = try scene.walk
            walk.model.notice = notice
            for language in [Language.chinese, .english] {
                if walk.model.language != language { walk.act(.anywhere(.speak(language))) }
                for size in Self.sizes + [Size(width: 106, height: 30)] {
                    #expect(walk.frame(size).findings.isEmpty, "\(scene) \(size) \(language) \(notice)")
                }
            }
        }
    }

    @Test(arguments: [PrintSize.normal, .large], [Language.chinese, .english])
    func `an empty telephone stays whole while a reader recovers`(print: PrintSize, language: Language) throws {
        var walk = try Scene.enterprisePhone.walk
        for _ in 0..<20 { walk.act(.enterprisePhone(.key(.backspace))) }
        walk.card(.serviceDown)
        if print == .large { walk.act(.anywhere(.printSize(.large))) }
        if walk.model.language != language { walk.act(.anywhere(.speak(language))) }
        for size in Self.sizes { #expect(walk.frame(size).findings.isEmpty, "\(size)") }
    }

    @Test func `one touch changes each thing, and the next changes it back`() throws {
        var walk = try Walk.list()
        walk.act(.anywhere(.showHelp(true)))
        let original = walk.model.presentation
        for id in ["help.print", "help.voice", "help.contrast", "help.language"] as [NodeID] {
            try walk.touch(id)
            #expect(walk.model.presentation != original, "\(id.rawValue)")
            #expect(walk.model.isHelpOpen)
            try walk.touch(id)
            #expect(walk.model.presentation == original, "\(id.rawValue)")
        }
    }

    @Test func `the present state of each is written on it and said`() throws {
        var walk = Walk(settings: Samples.settings())
        walk.act(.anywhere(.showHelp(true)))
        let off = try #require(walk.frame().tree.node("help.contrast"))
        #expect(off.value == "未开" && off.state.isSelected == false)
        walk.act(.anywhere(.contrast(.high)))
        let on = try #require(walk.frame().tree.node("help.contrast"))
        #expect(on.value == "✓ 已开" && on.state.isSelected == true)
    }

    @Test func `the call for staff closes the box, and is confirmed`() throws {
        var walk = try Walk.list()
        walk.act(.anywhere(.showHelp(true)))
        #expect(try walk.touch("help.staff") == [.callStaff])
        #expect(!walk.model.isHelpOpen)
        #expect(walk.frame().shows("正在呼叫工作人员"))
    }

    @Test(arguments: [Size(width: 80, height: 30), Size(width: 40, height: 22)])
    func `a machine without a voice does not offer it`(size: Size) {
        var settings = Samples.settings()
        settings.canSpeak = false
        var walk = Walk(settings: settings)
        for isOpen in [false, true] {
            walk.act(.anywhere(.showHelp(isOpen)))
            let frame = walk.frame(size)
            #expect(frame.findings.isEmpty)
            #expect(frame.tree.node("help.voice") == nil)
        }
        #expect(walk.frame(size).tree.node("help.print") != nil)
    }

    @Test func `the five keys reach it, and escape closes it`() throws {
        var walk = try Walk.list()
        var interaction = Interaction<Action>()
        let tree = walk.frame().tree
        #expect(interaction.handle(.key(.function(1)), in: tree).actions == [.anywhere(.showHelp(true))])
        walk.act(.anywhere(.showHelp(true)))
        var reached: Set<NodeID> = []
        for key in Array(repeating: Key.left, count: 6) + Array(repeating: .right, count: 6) {
            let box = walk.frame().tree
            _ = interaction.handle(.key(key), in: box)
            if let focused = interaction.focused { reached.insert(focused) }
        }
        #expect(reached.count == 6)
        #expect(walk.model.action(for: .escape) == .anywhere(.showHelp(false)))
    }

    @Test func `the box gives way to another screen, to a question and to the time-out`() throws {
        var walk = Walk()
        walk.act(.anywhere(.showHelp(true)))
        walk.card(.placed(.identity))
        #expect(walk.screen == "screen.privacyNotice")
        #expect(!walk.model.isHelpOpen)
        walk.act(.anywhere(.showHelp(true)))
        walk.pass(seconds: 60)
        #expect(walk.model.warningSeconds == 30)
        #expect(walk.frame().tree.node("help.close") == nil)
    }

    @Test func `the hall's own comes back after a visit, and on an idle welcome screen`() throws {
        var walk = try Walk.list()
        walk.actOnAll()
        walk.act(.anywhere(.leave))
        #expect(walk.model.presentation.printSize == .large)
        #expect(walk.model.language == .english)
        walk.act(.ended(.home))
        #expect(walk.model.presentation == Presentation())
        walk.actOnAll()
        walk.act(.anywhere(.callStaff))
        walk.act(.anywhere(.showHelp(true)))
        walk.pass(seconds: walk.model.settings.idle - 1)
        #expect(walk.model.language == .english)
        walk.pass(seconds: 1)
        #expect(walk.model.presentation == Presentation())
        #expect(walk.model.notice == nil)
        #expect(!walk.model.isHelpOpen)
    }

    @Test func `who only looks around keeps the choice, and a hall may begin with its own`() {
        var settings = Samples.settings()
        settings.presentation = Presentation(printSize: .large)
        var walk = Walk(settings: settings)
        #expect(walk.model.presentation.printSize == .large)
        walk.act(.anywhere(.contrast(.high)))
        walk.act(.welcome(.personal))
        walk.act(.privacy(.decline))
        #expect(walk.screen == "screen.welcome")
        #expect(walk.model.presentation == Presentation(printSize: .large, contrast: .high))
        #expect(walk.model.presentation.theme == .highContrast.bold)
    }
}

extension Walk {
    fileprivate mutating func actOnAll() {
        act(.anywhere(.speak(.english)))
        act(.anywhere(.printSize(.large)))
        act(.anywhere(.contrast(.high)))
        act(.anywhere(.voice(true)))
    }

    /// Does what a target does.
    @discardableResult
    mutating func touch(_ id: NodeID) throws -> [Work] {
        act(try #require(frame().tree.node(id)?.action, "\(id.rawValue) is not on \(screen)"))
    }

    /// A small screen shows its notice as a box.
    fileprivate func hasNoticeBox(_ size: Size) -> Bool {
        frame(size).tree.node(labelled: "知道了") != nil
    }
}

extension Frame {
    /// A question, a notice or the time-out lies over the screen.
    fileprivate var isBoxed: Bool { tree.node("help") == nil }
}

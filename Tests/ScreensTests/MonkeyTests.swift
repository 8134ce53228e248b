import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Random touches, keys, sizes, cards, faults and time: no crash, no dead end, no target off the screen, no trace of one
/// person before the next. A sample runs with the other tests; script/test-monkey runs a million.
struct MonkeyTests {
    private static let seeds: ClosedRange<UInt64> = 1...20
    private static let events =
        ProcessInfo.processInfo.environment["KIOSK_MONKEY"].flatMap { Int($0) } ?? 4000

    @Test(arguments: seeds)
    func `whatever happens the kiosk stays usable`(seed: UInt64) throws {
        var monkey = try Monkey(seed: seed)
        for number in 0..<Self.events / Self.seeds.count {
            try monkey.step()
            try monkey.requireWayOut("seed \(seed), event \(number)")
        }
    }

    @Test(arguments: Scene.allCases)
    func `from every screen the clock leads home`(scene: Scene) throws {
        var walk = try scene.walk
        for role in ReaderRole.allCases where walk.model.devices.hasCard(role) { walk.forgetful.insert(role) }
        walk.pass(seconds: 200)
        for role in walk.forgetful { walk.card(.removed(role)) }
        walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
        walk.pass(seconds: 30)
        #expect(walk.screen == "screen.welcome", "\(scene)")
    }
}

struct Monkey {
    var walk = Walk()
    var dice: Dice
    private var hand = Hand()

    private static let usualSizes = [
        Layout.smallest, Size(width: 60, height: 53), Size(width: 80, height: 30), Size(width: 106, height: 30),
    ]

    init(seed: UInt64) throws {
        dice = Dice(seed: seed)
    }

    mutating func step() throws {
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<45: touch()
        case 45..<53: press(randomKey())
        case 53..<57: hand.give(.scroll(rows: Bool.random(using: &dice) ? 1 : -1, at: randomPoint()), to: &walk)
        case 57..<61: hand.size = randomSize()
        case 61..<80: try answerSomething()
        case 80..<88: hand.send(.card(randomCardEvent()), to: &walk)
        case 88..<92: pass(seconds: Int.random(in: 1...40, using: &dice))
        case 92..<94:
            hand.send(.printer([nil, .outOfPaper, .unreachable].randomElement(using: &dice) ?? nil), to: &walk)
        case 94..<96: hand.send(.network(isReachable: Bool.random(using: &dice)), to: &walk)
        case 96..<98: hand.send(.print(Samples.printToken, randomProgress()), to: &walk)
        default:
            let status = try Samples.status([.accepted, .sealed, .saved].randomElement(using: &dice) ?? .saved)
            hand.send(.changed([status]), to: &walk)
        }
        if walk.open.count > 40 { walk.open.removeFirst(walk.open.count - 40) }
        walk.all.removeAll()
    }

    private mutating func pass(seconds: Int) {
        for _ in 0..<seconds { hand.send(.tick(walk.model.now.addingTimeInterval(1)), to: &walk) }
    }

    // MARK: Fingers and keys

    /// Mostly on a target and off it again; sometimes anywhere, or with a slip of the finger.
    private mutating func touch() {
        let targets = hand.frame(of: walk).tree.targets.filter { !$0.visibleRect.isEmpty }
        var point = randomPoint()
        if Int.random(in: 0..<10, using: &dice) < 8, let target = targets.randomElement(using: &dice) {
            point = Point(
                x: target.visibleRect.x + target.visibleRect.width / 2,
                y: target.visibleRect.y + target.visibleRect.height / 2)
        }
        let slips = Int.random(in: 0..<8, using: &dice) == 0
        let end = slips ? randomPoint() : point
        hand.give(.touch(Touch(.down, at: point)), to: &walk)
        if slips { hand.give(.touch(Touch(.move, at: end)), to: &walk) }
        hand.give(.touch(Touch(.up, at: end)), to: &walk)
    }

    private mutating func press(_ key: Key) { hand.give(.key(key), to: &walk) }

    private mutating func randomKey() -> Key {
        let keys: [Key] = [
            .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .down, .left, .right,
            .home, .end, .pageUp, .pageDown, .function(1), .control("c"), .character("1"), .character("0"),
            .character("a"), .character("z"), .character(" "), .character("X"), .character("测"), .character("'"),
        ]
        return keys.randomElement(using: &dice) ?? .enter
    }

    private mutating func randomPoint() -> Point {
        Point(
            x: Int.random(in: 0..<hand.size.width, using: &dice), y: Int.random(in: 0..<hand.size.height, using: &dice))
    }

    /// Now and then one that is too small, as terminals tell for a moment while they turn.
    private mutating func randomSize() -> Size {
        switch Int.random(in: 0..<10, using: &dice) {
        case 0: Size(width: Int.random(in: 1...60, using: &dice), height: Int.random(in: 1...30, using: &dice))
        case 1..<5: Self.usualSizes.randomElement(using: &dice) ?? Layout.smallest
        default: Size(width: Int.random(in: 40...130, using: &dice), height: Int.random(in: 22...60, using: &dice))
        }
    }

    // MARK: The world

    private mutating func answerSomething() throws {
        guard let index = walk.open.indices.randomElement(using: &dice) else { return }
        let command = walk.open.remove(at: index)
        let failure = command.work.troubles.randomElement(using: &dice).flatMap { command.work.failure($0) }
        let success = try randomSuccess(of: command.work)
        let answer = Int.random(in: 0..<10, using: &dice) < 7 ? success ?? failure : failure ?? success
        if let answer { hand.send(.answer(command.id, answer), to: &walk) }
    }

    /// The card in the slot is now an enterprise's, now one of staff's.
    private mutating func randomSuccess(of work: Work) throws -> Answer? {
        let role = StaffRole.allCases.randomElement(using: &dice) ?? .hallStaff
        switch work {
        case .readCertificate where Bool.random(using: &dice):
            return .staffCard(.success(try Samples.staffCard(role)))
        case .openCorner:
            let role = walk.model.screen == .cornerOpening(try Samples.staffCard(.technician)) ? .technician : role
            return .corner(.success(try Samples.corner(role, isAlone: Bool.random(using: &dice))))
        default: return try work.success
        }
    }

    private mutating func randomCardEvent() -> CardEvent {
        let role = ReaderRole.allCases.randomElement(using: &dice) ?? .identity
        let events: [CardEvent] = [
            .placed(role), .placed(role), .placed(role), .removed(role), .mute(role), .readerGone(role),
            .readerBack(role), .serviceDown, .serviceUp,
        ]
        return events.randomElement(using: &dice) ?? .serviceUp
    }

    private mutating func randomProgress() -> PrintProgress {
        let all: [PrintProgress] = [
            .waiting, .printing(sheet: 1, of: 1), .held(.jam), .ended(.printed(at: Samples.now)),
            .ended(.failed(reason: "x")), .ended(.unknown), .ended(.cancelled),
        ]
        return all.randomElement(using: &dice) ?? .waiting
    }

    /// Something can be touched, or a countdown or an answer is on its way; and a screen without a visit names nobody.
    func requireWayOut(_ place: String) throws {
        let frame = hand.frame(of: walk)
        guard hand.size.width >= Layout.smallest.width, hand.size.height >= Layout.smallest.height else {
            return try #require(frame.tree.roots.first?.id == "screen.tooSmall")
        }
        let canTouch = frame.tree.targets.contains { $0.state.isEnabled && $0.action != nil }
        try #require(
            canTouch || walk.model.ownDeadline != nil || walk.model.isBusy, "\(place): dead end on \(walk.screen)")
        try #require(frame.findings.isEmpty, "\(place): \(walk.screen) \(hand.size): \(frame.findings)")
        guard case .none = walk.model.visit, walk.model.boundReader == nil, !walk.isCertificateShown else { return }
        let text = frame.text
        for trace in PrivacyTests.traces {
            try #require(!text.contains(trace), "\(place): \(trace) on \(walk.screen)")
        }
    }
}

extension Walk {
    /// The expired certificate names its enterprise before anybody has logged in.
    var isCertificateShown: Bool {
        if case .certificateReading(let reading) = model.screen, case .expired = reading.phase { return true }
        return false
    }
}

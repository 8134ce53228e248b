import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Random touches, keys, cards, faults and time: no crash, no dead end, no trace of one person before the next.
struct MonkeyTests {
    @Test(arguments: UInt64(1)...12)
    func `whatever happens the kiosk stays usable`(seed: UInt64) throws {
        var monkey = try Monkey(seed: seed)
        for _ in 0..<250 {
            try monkey.step()
            monkey.expectWayOut()
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
    /// Everything personal that was shown to the session before the present one.
    private var wasServed = false
    private let sizes = [Size(width: 80, height: 30), Size(width: 60, height: 34), Size(width: 40, height: 22)]

    init(seed: UInt64) throws {
        dice = Dice(seed: seed)
    }

    mutating func step() throws {
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<55: touch()
        case 55..<80: try answerSomething()
        case 80..<88: walk.card(randomCardEvent())
        case 88..<92: walk.pass(seconds: Int.random(in: 1...40, using: &dice))
        case 92..<94: walk.send(.printer([nil, .outOfPaper, .unreachable].randomElement(using: &dice) ?? nil))
        case 94..<96: walk.send(.network(isReachable: Bool.random(using: &dice)))
        case 96..<98: walk.send(.print(Samples.printToken, randomProgress()))
        default:
            walk.send(
                .changed([try Samples.status([.accepted, .sealed, .saved].randomElement(using: &dice) ?? .saved)]))
        }
        if walk.open.count > 40 { walk.open.removeFirst(walk.open.count - 40) }
    }

    private mutating func touch() {
        let size = sizes.randomElement(using: &dice) ?? sizes[0]
        let targets = walk.frame(size).tree.targets.filter { $0.action != nil }
        guard let action = targets.randomElement(using: &dice)?.action else { return }
        walk.act(action)
    }

    private mutating func answerSomething() throws {
        guard let index = walk.open.indices.randomElement(using: &dice) else { return }
        let command = walk.open.remove(at: index)
        let failure = command.work.troubles.randomElement(using: &dice).flatMap { command.work.failure($0) }
        let success = try randomSuccess(of: command.work)
        let answer = Int.random(in: 0..<10, using: &dice) < 7 ? success ?? failure : failure ?? success
        if let answer { walk.send(.answer(command.id, answer)) }
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
    func expectWayOut() {
        let frame = walk.frame()
        let canTouch = frame.tree.targets.contains { $0.state.isEnabled && $0.action != nil }
        #expect(canTouch || walk.model.ownDeadline != nil || walk.model.isBusy, "dead end on \(walk.screen)")
        #expect(frame.findings.isEmpty, "\(walk.screen): \(frame.findings)")
        guard case .none = walk.model.visit, walk.model.boundReader == nil else { return }
        let text = frame.text
        for trace in PrivacyTests.traces where !walk.isCertificateShown {
            #expect(!text.contains(trace), "\(trace) on \(walk.screen)")
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

import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Every fault at every place where it can come.
struct FaultTests {
    @Test(arguments: Waiting.allCases)
    func `every fault is told with its code, and nothing entered is lost`(place: Waiting) throws {
        let work = try #require(place.walk.open.last { $0.work.answerKind != nil && $0.work.isAwaited }?.work)
        #expect(!work.troubles.isEmpty)
        for trouble in work.troubles {
            var walk = try place.walk
            let before = walk.model.entered
            try walk.answer(try #require(work.failure(trouble)))
            #expect(!walk.model.isBusy, "\(place) \(trouble)")
            let frame = walk.frame()
            #expect(
                frame.shows(walk.model.expectedWords(for: trouble, after: work)),
                "\(place) \(trouble): \(frame.grid.lines)")
            #expect(walk.model.entered == before, "\(place) \(trouble)")
            #expect(frame.tree.targets.contains { $0.state.isEnabled }, "\(place) \(trouble)")
            for size in [Size(width: 80, height: 30), Size(width: 60, height: 34), Size(width: 40, height: 22)] {
                #expect(walk.frame(size).findings.isEmpty, "\(place) \(trouble) \(size): \(walk.frame(size).findings)")
            }
        }
    }

    @Test(arguments: Waiting.allCases)
    func `after any fault the same thing can be tried again`(place: Waiting) throws {
        let work = try #require(place.walk.open.last { $0.work.answerKind != nil && $0.work.isAwaited }?.work)
        for trouble in work.troubles where !trouble.isFinal {
            var walk = try place.walk
            try walk.answer(try #require(work.failure(trouble)))
            walk.pressUntil(asked: work.answerKind)
            #expect(walk.all.last { $0.work.isAwaited }?.work.answerKind == work.answerKind, "\(place) \(trouble)")
        }
    }
}

/// What a person has typed or chosen.
struct Entered: Equatable {
    var draft: ApplicationForm?
    var phone: String?
    var isAgreed: Bool?
}

extension KioskModel {
    var entered: Entered {
        var entered = Entered()
        if case .applicant(let visit) = visit {
            entered.draft = visit.draft?.form
            entered.phone = visit.phoneDigits
        }
        switch screen {
        case .phoneEntry(let entry): entered.phone = entry.digits
        case .review(let review): entered.isAgreed = review.isAgreed
        case .pinEntry(let entry): if case .seal = entry.purpose { entered.isAgreed = true }
        default: break
        }
        return entered
    }

    func expectedWords(for trouble: Trouble, after work: Work) -> String {
        switch (trouble, work) {
        case (.card(.noCard(let role)), .readIdentity): words(for: CardFault.removed(role).advice)
        case (.card(.wrongPIN(triesLeft: 1)), _): t(EnterpriseText.lastTry)
        case (.card(.wrongPIN(let tries)), _): t(EnterpriseText.wrongPIN, "\(tries)")
        case (.store(.wrongCode(let tries)), _):
            tries > 0 ? t(IdentificationText.wrongCode, "\(tries)") : t(IdentificationText.codeUsedUp)
        case (.store(.codeExpired), _): t(IdentificationText.codeExpired)
        case (.store(.enterpriseUnknown), _): t(ApplicationText.unknownEnterprise)
        default: words(for: trouble)
        }
    }
}

extension Trouble {
    /// Another try would be no use, or worse.
    var isFinal: Bool {
        switch self {
        case .card(.pinBlocked), .store(.wrongCode(triesLeft: 0)), .store(.codeExpired), .store(.tooManyCodes),
            .store(.enterpriseUnknown):
            true
        case .staff: true
        case .file, .attachment, .signature: true
        case .card, .store, .printer, .storage, .paper, .machine: false
        }
    }
}

extension Work {
    /// The person waits for it.
    var isAwaited: Bool {
        switch self {
        case .keepDraft, .dropDraft, .searchEnterprises, .compose, .confirmSheet, .cancelPrint, .endVisit, .callStaff,
            .remindOfCard, .loadApplications, .watchScanner, .stopScan:
            false
        default: true
        }
    }
}

extension Walk {
    /// Touches what goes on (typing digits where they are asked for) until this has been asked again.
    mutating func pressUntil(asked kind: AnswerKind?) {
        let count = all.count
        for _ in 0..<12 {
            if all.dropFirst(count).contains(where: { $0.work.answerKind == kind && $0.work.isAwaited }) { return }
            switch model.screen {
            case .codeEntry(let entry) where entry.code.isEmpty && entry.ticket != nil:
                type("654321") { .code(.key($0)) }
            case .pinEntry(let entry) where entry.pin.isEmpty: type("654321") { .pin(.key($0)) }
            case .kindChoice: act(.kinds(.choose(.initial)))
            // Two ways that go on; what was asked by one is asked by it again.
            case .takeAlong(let page) where page.phase == .choosing:
                act(.takeAlong(.take(kind == .onStick ? .stick : .phone)))
                continue
            default: break
            }
            if !pressPrimary() { return }
        }
    }

    /// The enabled target that goes on: the last of the screen.
    mutating func pressPrimary() -> Bool {
        let targets = frame().tree.targets.filter { $0.state.isEnabled && $0.action != nil }
        guard let action = targets.last?.action else { return false }
        act(action)
        return true
    }
}

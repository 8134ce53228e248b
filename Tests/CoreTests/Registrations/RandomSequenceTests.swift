import Core
import Foundation
import Testing

/// Anybody does anything, in any order: what must never happen does not happen.
@Suite struct RandomSequenceTests {
    @Test(arguments: RegistrationKind.allCases, 0..<40) func `no sequence of events breaks the machine`(
        kind: RegistrationKind, seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        var deed = Deed()
        var registration = try Sample.registration(kind)
        for _ in 0..<120 {
            let name = try #require(RegistrationEvent.Name.allCases.randomElement(using: &random))
            let actor = try Deed.actor(#require(Actor.Role.allCases.randomElement(using: &random)))
            let event = try deed.event(name, kind: kind)
            let before = registration
            let result = Result { try registration.apply(event, by: actor, at: Sample.noon("2026-11-23")) }
            try check(result, from: before, to: registration, event: name)
            if registration.state.isFinal && registration.state != .cancelled {
                registration = try Sample.registration(kind)
            }
        }
    }

    private func check(
        _ result: Result<[Registration.Effect], any Error>, from before: Registration, to after: Registration,
        event: RegistrationEvent.Name
    ) throws {
        guard case .success(let effects) = result else {
            #expect(after == before, "a refusal changes nothing")
            return
        }
        #expect(!before.state.isFinal || before.state == .cancelled, "a final state is never left")
        #expect(after.revision == before.revision + 1 && after.history.count == after.revision)
        #expect(after.papers.count >= before.papers.count, "no paper is ever lost")
        for kind in SignedPaper.Kind.allCases {
            #expect(after.papers.count { $0.kind == kind && !$0.isVoid } <= 1)
        }
        checkPapers(of: after)
        let newlyVoid = zip(after.papers, before.papers).filter { $0.isVoid && !$1.isVoid }.map(\.0.digest)
        let announced = effects.flatMap { effect -> [PaperDigest] in
            if case .voidPapers(let list) = effect { list } else { [] }
        }
        #expect(announced == newlyVoid, "what becomes void is announced, and nothing else")
        let coded = try JSONDecoder().decode(Registration.self, from: JSONEncoder().encode(after))
        #expect(coded == after)
    }

    /// What stands at each stage.
    private func checkPapers(of registration: Registration) {
        let isSigned = registration.standingPaper(.personallySignedForm) != nil
        let isSealed = registration.standingPaper(.sealedForm) != nil
        switch registration.state {
        case .draft, .saved, .returnedByEnterprise, .correctionRequired, .withdrawn:
            #expect(!isSigned && !isSealed && registration.acceptance == nil)
        case .personallySigned:
            #expect(isSigned && !isSealed && registration.acceptance == nil)
        case .sealed, .notAccepted:
            #expect(isSigned && isSealed && registration.acceptance == nil)
        case .cancelled:
            #expect(isSigned && isSealed)
        case .accepted, .inReview, .approved, .refused, .collected:
            #expect(isSigned && isSealed && registration.acceptance != nil, "no acceptance without a sealed paper")
        }
    }
}

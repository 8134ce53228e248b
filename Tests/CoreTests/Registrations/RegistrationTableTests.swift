import Core
import Testing

/// One cell of states × events × kinds × roles.
struct Cell: CustomTestStringConvertible, Sendable {
    let kind: RegistrationKind
    let state: RegistrationState
    let event: RegistrationEvent.Name

    var testDescription: String { "\(kind.rawValue): \(event.rawValue) in \(state.rawValue)" }

    static let all = RegistrationKind.allCases.flatMap { kind in
        RegistrationState.allCases.filter { ExpectedTable.row($0, kind) != nil }.flatMap { state in
            RegistrationEvent.Name.allCases.map { Cell(kind: kind, state: state, event: $0) }
        }
    }
}

@Suite struct RegistrationTableTests {
    @Test(arguments: Cell.all) func `each event in each state does what the requirements say, for each role`(
        cell: Cell
    ) throws {
        var deed = Deed()
        let before = try deed.registration(cell.kind, in: cell.state)
        let expected = try #require(ExpectedTable.row(cell.state, cell.kind)?[cell.event])
        let permitted = try #require(ExpectedTable.roles[cell.event])
        for role in Actor.Role.allCases {
            var after = before
            let event = try deed.event(cell.event, kind: cell.kind)
            let refusal = refusal(of: event, by: try Deed.actor(role), on: &after)
            if !permitted.contains(role) {
                #expect(refusal == .notYours(role: role, event: cell.event))
            } else if expected == "." {
                #expect(refusal == .notPossible(event: cell.event, state: cell.state))
            } else {
                #expect(refusal == nil)
                #expect(after.state.rawValue == expected)
                #expect(after.revision == before.revision + 1)
                continue
            }
            #expect(after == before, "a refusal changes nothing")
        }
    }

    @Test(arguments: RegistrationKind.allCases) func `states that a kind never reaches lead nowhere`(
        kind: RegistrationKind
    ) {
        for state in RegistrationState.allCases where ExpectedTable.row(state, kind) == nil {
            #expect(!state.exists(for: kind))
            for event in RegistrationEvent.Name.allCases {
                #expect(Registration.destination(from: state, on: event, kind: kind) == nil)
            }
        }
    }

    @Test func `final states are those without a way out`() {
        for state in RegistrationState.allCases {
            let exits = RegistrationKind.allCases.flatMap { kind in
                RegistrationEvent.Name.allCases.compactMap { Registration.destination(from: state, on: $0, kind: kind) }
            }
            #expect(state.isFinal == exits.allSatisfy { $0 == state }, "\(state)")
        }
    }

    private func refusal(
        of event: RegistrationEvent, by actor: Actor, on registration: inout Registration
    ) -> Registration.Refusal? {
        do {
            _ = try registration.apply(event, by: actor, at: Sample.noon("2026-11-23"))
            return nil
        } catch {
            return error as? Registration.Refusal
        }
    }
}

import Core
import FormCases
import Terminal
import Testing

@testable import Screens

/// What the store refuses the kiosk does not offer, and the other way round: the tables of `CommandCase`, run here.
struct CommandTableTests {
    private func form(_ kind: RegistrationKind) throws -> ApplicationForm {
        switch kind {
        case .initial: .initial(try Samples.form())
        case .renewal: .renewal(try Samples.renewalForm())
        case .cancellation: .cancellation(try Samples.cancellationForm())
        }
    }

    /// The applicant, or the employer, with that application open.
    private func opened(_ example: CommandCase, byApplicant: Bool) throws -> Walk {
        let registration = try Samples.registration(example.state, form: form(example.kind))
        let status = ApplicationStatus(registration, updatedAt: Samples.now)
        var walk = try byApplicant ? Walk.list() : Walk.pending([])
        walk.model.visit.replaceApplications([status])
        walk.act(.list(.open(registration.id)))
        try walk.answer(.registration(.success(registration)))
        return walk
    }

    @Test(arguments: CommandCase.all.indices)
    func `each state offers what the store would take, and nothing else`(index: Int) throws {
        let example = CommandCase.all[index]
        for command in FormCommand.allCases {
            var walk = try opened(example, byApplicant: command.isApplicants)
            let before = walk.screen
            let label: Comment = "\(command.rawValue) in \(example.state.rawValue) of \(example.kind.rawValue)"
            switch command {
            case .save:
                walk.act(.detail(.edit))
                walk.act(.detail(.confirmEdit(true)))
                #expect((walk.screen == "screen.form") == example.possible.contains(.save), label)
            case .sign:
                walk.act(.detail(.sign))
                #expect((walk.screen == "screen.preview") == example.possible.contains(.sign), label)
            case .withdraw:
                walk.act(.detail(.withdraw))
                let asked = walk.act(.detail(.confirmWithdrawal(true)))
                #expect((asked == [.withdraw(Samples.applicationID)]) == example.possible.contains(.withdraw), label)
            case .seal:
                walk.act(.review(.agree(true)))
                walk.act(.review(.seal))
                #expect((walk.screen == "screen.sealPIN") == example.possible.contains(.seal), label)
            case .sendBack:
                walk.act(.review(.sendBack))
                #expect((walk.screen == "screen.formReturn") == example.possible.contains(.sendBack), label)
            }
            if !example.possible.contains(command) { #expect(walk.screen == before, label) }
        }
    }

    /// Not one screen of an enterprise has a field of the form in it.
    @Test(arguments: CommandCase.all.indices)
    func `an enterprise changes no form, in whatever state`(index: Int) throws {
        var walk = try opened(CommandCase.all[index], byApplicant: false)
        for action in [Action.detail(.edit), .detail(.confirmEdit(true)), .form(.save), .form(.editName)] {
            let asked = walk.act(action)
            #expect(asked.isEmpty && ["screen.detail", "screen.review"].contains(walk.screen))
        }
    }

    @Test(arguments: CertificateCase.all.indices)
    func `each certificate offers what the store would take, and nothing else`(index: Int) throws {
        let example = CertificateCase.all[index]
        var walk = try Walk.certificate(example.state, endsInDays: example.isExpired ? -1 : 400)
        let held = try Samples.held(example.state)
        let expected: [Work] =
            switch example.possible {
            case .exchange: [.exchange(held.id, photo: try Samples.photo(), brought: nil)]
            case .collect: [.collect(held.id)]
            case nil: []
            }
        #expect(walk.act(.certificates(.confirm)) == expected)
    }
}

import Core
import Testing

@Suite struct WorkflowDocumentTests {
    @Test func `docs/workflow.md is the table of the machines`() throws {
        try expectGolden(document(), repositoryFile("docs/workflow.md"))
    }

    private func document() -> String {
        """
        # Workflow

        Printed from the machines by `WorkflowDocumentTests`; `RECORD=1 swift test --filter WorkflowDocument` renews it.
        An empty cell: the event is refused and nothing changes. A cell names the state that follows.

        ## Who may do what
        \(roles)

        ## Initial registration and renewal
        \(table(.initial))

        ## Cancellation
        Done when the employer has sealed it; `accept` afterwards only numbers the notice, once.

        \(table(.cancellation))

        ## Registration certificate
        `expired` is no state: it follows from the last day of the term (two years). An expired certificate refuses
        exchange, collect and rename.

        \(certificates)

        """
    }

    private var roles: String {
        markdown(
            ["event", "roles"],
            RegistrationEvent.Name.allCases.map { name in
                [name.rawValue, name.permittedRoles.map(\.rawValue).sorted().joined(separator: ", ")]
            })
    }

    private func table(_ kind: RegistrationKind) -> String {
        let states = RegistrationState.allCases.filter { $0.exists(for: kind) }
        let events = RegistrationEvent.Name.allCases.filter { event in
            states.contains { Registration.destination(from: $0, on: event, kind: kind) != nil }
        }
        return markdown(
            ["state", "中文"] + events.map(\.rawValue),
            states.map { state in
                [state.rawValue, state.chinese]
                    + events.map { Registration.destination(from: state, on: $0, kind: kind)?.rawValue ?? "" }
            })
    }

    private var certificates: String {
        let events = CertificateEvent.Name.allCases
        return markdown(
            ["state", "中文"]
                + events.map {
                    "\($0.rawValue) (\($0.permittedRoles.map(\.rawValue).sorted().joined(separator: ", ")))"
                },
            CertificateState.allCases.map { state in
                [state.rawValue, state.chinese]
                    + events.map { RegistrationCertificate.destination(from: state, on: $0)?.rawValue ?? "" }
            })
    }
}

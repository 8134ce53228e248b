import Core
import Testing

@Suite struct EligibilityTests {
    /// A certificate issued on 2024-11-23 ends on 2026-11-23.
    struct Day: CustomTestStringConvertible, Sendable {
        let today: String
        let initial: String
        let renewal: String
        let cancellation: String
        var testDescription: String { today }
    }

    private static let days = [
        Day(today: "2024-11-23", initial: "K-803", renewal: "K-804", cancellation: "offered"),
        Day(today: "2026-08-24", initial: "K-803", renewal: "K-804", cancellation: "offered"),
        Day(today: "2026-08-25", initial: "K-803", renewal: "offered", cancellation: "offered"),
        Day(today: "2026-10-23", initial: "K-803", renewal: "offered", cancellation: "offered"),
        Day(today: "2026-10-24", initial: "K-803", renewal: "closes 2026-11-23", cancellation: "offered"),
        Day(today: "2026-11-23", initial: "K-803", renewal: "closes 2026-11-23", cancellation: "offered"),
        Day(today: "2026-11-24", initial: "proof", renewal: "K-805", cancellation: "K-805"),
        Day(today: "2030-01-01", initial: "proof", renewal: "K-805", cancellation: "K-805"),
    ]

    @Test(arguments: days) func `the day decides what a registered person may start`(day: Day) throws {
        let standing = Eligibility.Standing(open: nil, certificate: try Sample.certificate(issued: "2024-11-23"))
        let offers = Eligibility().offers(for: standing, on: try Sample.date(day.today))
        #expect(offers.map(\.kind) == [.initial, .renewal, .cancellation])
        #expect(offers.map(word) == [day.initial, day.renewal, day.cancellation])
    }

    @Test func `who has no certificate may register, and nothing else`() throws {
        let standing = Eligibility.Standing(open: nil, certificate: nil)
        let offers = Eligibility().offers(for: standing, on: try Sample.date("2026-11-22"))
        #expect(offers.map(word) == ["offered", "K-802", "K-802"])
    }

    @Test func `a void certificate counts as none`() throws {
        var certificate = try Sample.certificate()
        try certificate.apply(.cancel, by: .store, at: Sample.noon("2026-12-01"))
        let standing = Eligibility.Standing(open: nil, certificate: certificate)
        let offers = Eligibility().offers(for: standing, on: try Sample.date("2026-12-02"))
        #expect(offers.map(word) == ["offered", "K-802", "K-802"])
    }

    @Test(arguments: RegistrationState.allCases) func `an open application bars every kind`(
        state: RegistrationState
    ) throws {
        var deed = Deed()
        let kind: RegistrationKind = state == .cancelled ? .cancellation : .renewal
        let status = ApplicationStatus(try deed.registration(kind, in: state), updatedAt: try Sample.noon("2026-11-22"))
        let standing = Eligibility.Standing(applications: [status], certificate: nil)
        let bars: Set<RegistrationState> = [
            .draft, .saved, .personallySigned, .returnedByEnterprise, .sealed, .correctionRequired, .accepted,
            .inReview,
        ]
        for offer in Eligibility().offers(for: standing, on: try Sample.date("2026-11-22")) {
            #expect((offer.reason == .applicationOpen(kind, state: state)) == bars.contains(state))
        }
    }

    @Test func `the window is a setting`() throws {
        let eligibility = Eligibility(window: RenewalWindow(opensDays: 30, warnsDays: 0))
        let standing = Eligibility.Standing(open: nil, certificate: try Sample.certificate(issued: "2024-11-23"))
        func renewal(_ today: String) throws -> String {
            word(eligibility.offer(.renewal, for: standing, on: try Sample.date(today)))
        }
        #expect(try renewal("2026-10-23") == "K-804")
        #expect(try renewal("2026-10-24") == "offered")
        #expect(try renewal("2026-11-22") == "offered")
        #expect(try renewal("2026-11-23") == "closes 2026-11-23")
    }

    @Test func `after an expired registration the rules ask for education proof`() throws {
        let standing = Eligibility.Standing(open: nil, certificate: try Sample.certificate(issued: "2024-11-23"))
        let today = try Sample.date("2026-11-24")
        let rules = FormRules().applying(Eligibility().offers(for: standing, on: today))
        let form = ApplicationForm.initial(try Sample.initialForm())
        #expect(FormRules().problems(in: form, on: today).isEmpty)
        #expect(
            rules.problems(in: form, on: today)
                == [FormProblem(.educationHours, .missing), FormProblem(.educationProof, .missing)])
    }

    private func word(_ offer: KindOffer) -> String {
        if let reason = offer.reason { return reason.advice.code }
        return switch offer.notice {
        case nil: "offered"
        case .renewalCloses(let day): "closes \(day)"
        case .educationProofRequired: "proof"
        }
    }
}

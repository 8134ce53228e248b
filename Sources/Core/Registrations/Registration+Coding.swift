extension Registration: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, applicant, form, state, revision, papers, acceptance, history
    }

    /// Refuses a value that no sequence of events could have made: a row that was tampered with or half written.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(ApplicationID.self, forKey: .id),
            applicant: try container.decode(Applicant.self, forKey: .applicant),
            form: try container.decode(ApplicationForm.self, forKey: .form),
            state: try container.decode(RegistrationState.self, forKey: .state),
            papers: try container.decode([SignedPaper].self, forKey: .papers),
            acceptance: try container.decodeIfPresent(AcceptanceDecision.self, forKey: .acceptance),
            history: try container.decode([Transition].self, forKey: .history))
        guard try container.decode(Int.self, forKey: .revision) == revision, isConsistent else {
            throw DecodingError.dataCorruptedError(
                forKey: .history, in: container, debugDescription: "state and history disagree")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(applicant, forKey: .applicant)
        try container.encode(form, forKey: .form)
        try container.encode(state, forKey: .state)
        try container.encode(revision, forKey: .revision)
        try container.encode(papers, forKey: .papers)
        try container.encodeIfPresent(acceptance, forKey: .acceptance)
        try container.encode(history, forKey: .history)
    }

    private var isConsistent: Bool {
        historyLeadsHere && state.exists(for: kind)
            && (acceptance != nil) == history.contains { $0.event == .accept }
            && SignedPaper.Kind.allCases.allSatisfy { kind in papers.count { $0.kind == kind && !$0.isVoid } <= 1 }
    }

    /// Every step begins where the one before ended, and the last one ends in the present state.
    private var historyLeadsHere: Bool {
        var reached = RegistrationState.draft
        for (index, step) in history.enumerated() {
            guard step.from == reached, step.revision == index + 1 else { return false }
            reached = step.to
        }
        return reached == state
    }
}

import Core
import Testing

/// The machine as the requirements state it, written down a second time and by hand.
enum ExpectedTable {
    /// Columns in the order of `columns`; a dot where the event is not possible.
    private static let initialAndRenewal = """
        draft                draft saved .                .                    .      .        .                  .           .        .        .       .         withdrawn
        saved                draft .     personallySigned .                    .      .        .                  .           .        .        .       .         withdrawn
        personallySigned     draft .     .                returnedByEnterprise sealed .        .                  .           .        .        .       .         withdrawn
        returnedByEnterprise draft .     .                .                    .      .        .                  .           .        .        .       .         withdrawn
        sealed               draft .     .                .                    .      accepted correctionRequired notAccepted .        .        .       .         withdrawn
        correctionRequired   draft .     .                .                    .      .        .                  .           .        .        .       .         withdrawn
        notAccepted          .     .     .                .                    .      .        .                  .           .        .        .       .         .
        accepted             .     .     .                .                    .      .        .                  .           inReview .        .       .         .
        inReview             .     .     .                .                    .      .        .                  .           .        approved refused .         .
        approved             .     .     .                .                    .      .        .                  .           .        .        .       collected .
        refused              .     .     .                .                    .      .        .                  .           .        .        .       .         .
        collected            .     .     .                .                    .      .        .                  .           .        .        .       .         .
        withdrawn            .     .     .                .                    .      .        .                  .           .        .        .       .         .
        """

    private static let cancellation = """
        draft                draft saved .                .                    .         .         . . . . . . withdrawn
        saved                draft .     personallySigned .                    .         .         . . . . . . withdrawn
        personallySigned     draft .     .                returnedByEnterprise cancelled .         . . . . . . withdrawn
        returnedByEnterprise draft .     .                .                    .         .         . . . . . . withdrawn
        cancelled            .     .     .                .                    .         cancelled . . . . . . .
        withdrawn            .     .     .                .                    .         .         . . . . . . .
        """

    private static let columns: [RegistrationEvent.Name] = [
        .edit, .save, .signPersonally, .returnToApplicant, .seal, .accept, .requireCorrection, .declineAcceptance,
        .beginReview, .approve, .refuse, .collect, .withdraw,
    ]

    static let roles: [RegistrationEvent.Name: Set<Actor.Role>] = [
        .edit: [.applicant], .save: [.applicant], .signPersonally: [.applicant], .withdraw: [.applicant],
        .collect: [.applicant], .returnToApplicant: [.enterprise], .seal: [.enterprise],
        .accept: [.store, .reviewer], .requireCorrection: [.reviewer], .declineAcceptance: [.reviewer],
        .beginReview: [.reviewer], .approve: [.reviewer], .refuse: [.reviewer],
    ]

    static func row(_ state: RegistrationState, _ kind: RegistrationKind) -> [RegistrationEvent.Name: String]? {
        for line in (kind == .cancellation ? cancellation : initialAndRenewal).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == state.rawValue { return Dictionary(uniqueKeysWithValues: zip(columns, words.dropFirst())) }
        }
        return nil
    }
}

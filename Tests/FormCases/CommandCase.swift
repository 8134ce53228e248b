package import Core

/// What a person or an enterprise may file about an application that stands at the store.
package enum FormCommand: String, Hashable, Sendable, CaseIterable {
    /// 修改并保存: by the applicant.
    case save
    /// 个人数字签名: by the applicant.
    case sign
    /// 撤回: by the applicant.
    case withdraw
    /// 企业签章: by the employer.
    case seal
    /// 退回修改: by the employer.
    case sendBack

    package var isApplicants: Bool {
        switch self {
        case .save, .sign, .withdraw: true
        case .seal, .sendBack: false
        }
    }
}

/// Each kind in each state, and which commands there are then: in the kiosk and in the store, which both run this
/// table. Written by hand from the requirements.
package struct CommandCase: Sendable {
    package let kind: RegistrationKind
    package let state: RegistrationState
    package let possible: Set<FormCommand>

    package static let all: [CommandCase] =
        [RegistrationKind.initial, .renewal].flatMap { kind in
            [
                CommandCase(kind: kind, state: .saved, possible: [.save, .sign, .withdraw]),
                CommandCase(kind: kind, state: .personallySigned, possible: [.save, .withdraw, .seal, .sendBack]),
                CommandCase(kind: kind, state: .returnedByEnterprise, possible: [.save, .withdraw]),
                CommandCase(kind: kind, state: .sealed, possible: [.save, .withdraw]),
                CommandCase(kind: kind, state: .correctionRequired, possible: [.save, .withdraw]),
            ]
                + [.notAccepted, .accepted, .inReview, .approved, .refused, .collected, .withdrawn].map {
                    CommandCase(kind: kind, state: $0, possible: [])
                }
        } + [
            CommandCase(kind: .cancellation, state: .saved, possible: [.save, .sign, .withdraw]),
            CommandCase(kind: .cancellation, state: .personallySigned, possible: [.save, .withdraw, .seal, .sendBack]),
            CommandCase(kind: .cancellation, state: .returnedByEnterprise, possible: [.save, .withdraw]),
            CommandCase(kind: .cancellation, state: .withdrawn, possible: []),
            CommandCase(kind: .cancellation, state: .cancelled, possible: []),
        ]
}

/// Each state of a certificate, in its term and after it, and what its holder may file then; both sides run this too.
package struct CertificateCase: Sendable {
    package enum Command: String, Hashable, Sendable, CaseIterable { case exchange, collect }

    package let state: CertificateState
    package let isExpired: Bool
    /// None but one at a time.
    package let possible: Command?

    package static let all: [CertificateCase] =
        [
            CertificateCase(state: .paper, isExpired: false, possible: .exchange),
            CertificateCase(state: .issued, isExpired: false, possible: .collect),
            CertificateCase(state: .collected, isExpired: false, possible: nil),
            CertificateCase(state: .renamed, isExpired: false, possible: .collect),
            CertificateCase(state: .void, isExpired: false, possible: nil),
        ] + CertificateState.allCases.map { CertificateCase(state: $0, isExpired: true, possible: nil) }
}

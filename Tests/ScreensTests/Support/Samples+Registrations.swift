import Core
import Foundation

extension Samples {
    /// An application that has come as far as this state.
    static func registration(_ state: RegistrationState, form: ApplicationForm? = nil) throws -> Registration {
        var registration = Registration(
            id: applicationID, applicant: Applicant(identity: try identity(), phone: try phone()),
            form: try form ?? .initial(self.form()))
        for event in try way(to: state) {
            let actor: Actor =
                switch event.name.permittedRoles.first {
                case .applicant: .applicant
                case .enterprise: .enterprise(try enterprise().code)
                case .store: .store
                case .reviewer, nil: event.name == .accept ? .store : .reviewer(id: "r1")
                }
            _ = try registration.apply(event, by: actor, at: now)
        }
        return registration
    }

    private static func way(to state: RegistrationState) throws -> [RegistrationEvent] {
        let signed = SignedPaper(kind: .personallySignedForm, digest: try digest(1), signedAt: now)
        let sealed = SignedPaper(kind: .sealedForm, digest: try digest(2), signedAt: now)
        let decision = AcceptanceDecision(number: try number(), checkCode: "K7Q4M2", acceptedAt: now)
        let steps: [RegistrationEvent] = [.save, .signPersonally(signed), .seal(sealed), .accept(decision)]
        return switch state {
        case .draft: []
        case .saved: Array(steps.prefix(1))
        case .personallySigned: Array(steps.prefix(2))
        case .sealed: Array(steps.prefix(3))
        case .accepted: steps
        case .returnedByEnterprise: Array(steps.prefix(2)) + [.returnToApplicant(reason: "企业电话有误")]
        case .correctionRequired: Array(steps.prefix(3)) + [.requireCorrection(items: corrections)]
        case .notAccepted: Array(steps.prefix(3)) + [.declineAcceptance(reason: "资格证书编号不符")]
        case .inReview: steps + [.beginReview]
        case .approved: steps + [.beginReview, .approve]
        case .refused: steps + [.beginReview, .refuse(reason: "不符合条件")]
        case .collected: steps + [.beginReview, .approve, .collect]
        case .withdrawn: [.save, .withdraw]
        case .cancelled: steps
        }
    }

    static let corrections = ["个人照片不符合要求，请重新上传", "企业联系电话有误，请改正", "请补充劳动合同"]

    static func status(_ state: RegistrationState, form: ApplicationForm? = nil) throws -> ApplicationStatus {
        ApplicationStatus(try registration(state, form: form ?? kind(of: state)), updatedAt: now)
    }

    /// Only a cancellation is ever cancelled.
    private static func kind(of state: RegistrationState) throws -> ApplicationForm {
        state == .cancelled ? .cancellation(try cancellationForm()) : .initial(try form())
    }

    /// Registered under the sample enterprise, until so many days after the samples' today.
    static func registered(endsInDays days: Int = 60) throws -> RegistrationCertificate {
        RegistrationCertificate(
            id: CertificateID(UUID(uuid: (5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 5))),
            number: "SHZ2024000123", holder: try identity().number, enterprise: try enterprise(),
            issuedOn: CivilDate(shanghai: now).adding(days: days).adding(years: -RegistrationCertificate.termYears),
            photo: try photo())
    }

    static func renewalForm(isDeclared: Bool = true) throws -> RenewalForm {
        RenewalForm(
            enterprise: try enterprise(), enterprisePhone: "02164680000", photo: try photo(), educationHours: 64,
            isDeclared: isDeclared)
    }

    static func cancellationForm() throws -> CancellationForm {
        CancellationForm(
            enterprise: try enterprise(), photo: try photo(), reason: .stopsPractice, isDeclared: true)
    }

    static func enterpriseSession(_ states: [RegistrationState]) throws -> EnterpriseSession {
        EnterpriseSession(token: token, enterprise: try enterprise(), applications: try states.map { try status($0) })
    }

    static func order(_ state: PrintOrder.State? = nil, copy: Int = 1) throws -> PrintOrder {
        PrintOrder(
            token: printToken, applicationID: applicationID, paper: try digest(3), pages: 1, copyNumber: copy,
            orderedAt: now)
    }
}

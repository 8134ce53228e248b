package import Foundation

/// What can happen to an application. Who may cause it is fixed by `permittedRole`.
package enum RegistrationEvent: Hashable, Sendable, Codable {
    /// The applicant changes the form. After a save it voids every signature that stands on it.
    /// Manual, initial registration 9: editing after signing voids the signed file.
    case edit(ApplicationForm)
    /// 保存. Whoever applies it has found no problem by `FormRules`: the kiosk first, the store again.
    case save
    /// 个人数字签名: the form PDF that the person signed.
    case signPersonally(SignedPaper)
    /// 退回修改, with the reason that the applicant reads.
    case returnToApplicant(reason: String)
    /// 企业签章 with the employer's opinion ticked.
    case seal(SignedPaper)
    /// 受理 under the number that the store issued, once. A cancellation is numbered too, though it is done already.
    case accept(AcceptanceDecision)
    /// 补正: the whole list at once (行政许可法 32).
    case requireCorrection(items: [String])
    /// 不予受理
    case declineAcceptance(reason: String)
    case beginReview
    case approve
    case refuse(reason: String)
    /// 领证
    case collect
    /// 撤回, before acceptance.
    case withdraw

    package enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        case edit, save, signPersonally, returnToApplicant, seal, accept, requireCorrection, declineAcceptance
        case beginReview, approve, refuse, collect, withdraw
    }

    package var name: Name {
        switch self {
        case .edit: .edit
        case .save: .save
        case .signPersonally: .signPersonally
        case .returnToApplicant: .returnToApplicant
        case .seal: .seal
        case .accept: .accept
        case .requireCorrection: .requireCorrection
        case .declineAcceptance: .declineAcceptance
        case .beginReview: .beginReview
        case .approve: .approve
        case .refuse: .refuse
        case .collect: .collect
        case .withdraw: .withdraw
        }
    }

    /// The reason that goes into the history and that the person concerned reads.
    package var reason: String? {
        switch self {
        case .returnToApplicant(let reason), .declineAcceptance(let reason), .refuse(let reason): reason
        case .requireCorrection: items?.joined(separator: "；")
        case .edit, .save, .signPersonally, .seal, .accept, .beginReview, .approve, .collect, .withdraw: nil
        }
    }

    /// 补正: what is to be mended, without blank lines; nil for every other event.
    package var items: [String]? {
        guard case .requireCorrection(let items) = self else { return nil }
        return items.filter { !$0.isBlank }
    }
}

/// Who acts. The store itself is an actor: it accepts by itself when its setting says so.
package enum Actor: Hashable, Sendable, Codable {
    case applicant
    case enterprise(CreditCode)
    case store
    case reviewer(id: String)

    package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case applicant, enterprise, store, reviewer
    }

    package var role: Role {
        switch self {
        case .applicant: .applicant
        case .enterprise: .enterprise
        case .store: .store
        case .reviewer: .reviewer
        }
    }
}

extension RegistrationEvent.Name {
    package var permittedRoles: Set<Actor.Role> {
        switch self {
        case .edit, .save, .signPersonally, .collect, .withdraw: [.applicant]
        case .returnToApplicant, .seal: [.enterprise]
        case .accept: [.store, .reviewer]
        case .requireCorrection, .declineAcceptance, .beginReview, .approve, .refuse: [.reviewer]
        }
    }
}

/// A form PDF with a signature, by its content. A voided one is kept, marked 作废.
package struct SignedPaper: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case personallySignedForm
        case sealedForm
    }

    package let kind: Kind
    package let digest: PaperDigest
    package let signedAt: Date
    package var isVoid: Bool

    package init(kind: Kind, digest: PaperDigest, signedAt: Date, isVoid: Bool = false) {
        self.kind = kind
        self.digest = digest
        self.signedAt = signedAt
        self.isVoid = isVoid
    }
}

/// The store's acceptance: its number and the day.
package struct AcceptanceDecision: Hashable, Sendable, Codable {
    package let number: NoticeNumber
    /// Random; with the number it verifies a notice without personal data in the QR code.
    package let checkCode: String
    package let acceptedAt: Date

    package init(number: NoticeNumber, checkCode: String, acceptedAt: Date) {
        self.number = number
        self.checkCode = checkCode
        self.acceptedAt = acceptedAt
    }
}

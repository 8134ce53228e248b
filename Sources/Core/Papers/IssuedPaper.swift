package import Foundation

/// A paper that the office hands out about an application, numbered by the store: 第N次打印.
package enum IssuedPaper: Hashable, Sendable, Codable {
    case acceptance(AcceptanceNotice)
    case decision(DecisionNotice)
    case receipt(FilingReceipt)

    package var name: PaperName {
        switch self {
        case .acceptance: .acceptanceNotice
        case .decision(let notice): notice.name
        case .receipt: .filingReceipt
        }
    }

    package var applicationID: ApplicationID {
        switch self {
        case .acceptance(let notice): notice.applicationID
        case .decision(let notice): notice.applicationID
        case .receipt(let receipt): receipt.applicationID
        }
    }
}

extension IssuedPaper: Discreet {
    package var description: String { "\(name.rawValue) of \(applicationID)" }
}

extension Registration {
    /// What the office hands out of an application as it stands, and since when; nil where there is nothing.
    package var handedOut: (paper: PaperName, since: Date)? {
        if let acceptance { return (.acceptanceNotice, acceptance.acceptedAt) }
        if state == .sealed, let sealed = standingPaper(.sealedForm) { return (.filingReceipt, sealed.signedAt) }
        guard let step = decisionStep else { return nil }
        return (state == .notAccepted ? .nonAcceptanceNotice : .correctionNotice, step.at)
    }
}

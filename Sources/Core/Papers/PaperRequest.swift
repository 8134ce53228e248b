/// A paper other than the acceptance notice that somebody wants printed at a kiosk.
package enum PaperRequest: Hashable, Sendable {
    case correction(ApplicationID)
    case nonAcceptance(ApplicationID)
    /// Of the sealed form that waits in the outbox under this entry.
    case receipt(EntryID, Registration)
    case certificate(CertificateID)
    /// What the rename under this entry has changed.
    case renames(EntryID)

    package var name: PaperName {
        switch self {
        case .correction: .correctionNotice
        case .nonAcceptance: .nonAcceptanceNotice
        case .receipt: .filingReceipt
        case .certificate: .registrationCertificate
        case .renames: .renameList
        }
    }

    /// What the ledger files its orders under.
    package var subject: ApplicationID {
        switch self {
        case .correction(let id), .nonAcceptance(let id): id
        case .receipt(_, let registration): registration.id
        case .certificate(let id): ApplicationID(id.uuid)
        case .renames(let entry): ApplicationID(entry.uuid)
        }
    }
}

package import Core
package import Foundation

/// On its way to the store: made here, kept in the outbox, answered by the store.
package struct Filing: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case save
        case personalSignature(FormPreview)
        case seal(Registration)
        case returning(FormReturn)
        case withdrawal(ApplicationID)
        case collection(RegistrationCertificate)
        case exchange(CertificateDesk)
        case renaming(RenameOffer)
    }

    package enum Phase: Hashable, Sendable {
        /// The paper is made and signed; nothing is filed yet.
        case preparing
        /// In the outbox: nothing is lost from here on.
        case underWay(EntryID)
        /// The store has it; what follows is being fetched.
        case opening
        case refused(EntryRefusal)
        /// With an entry: it is in the outbox, only its answer could not be waited for.
        case failed(Trouble, filed: EntryID?)
    }

    package let purpose: Purpose
    package var phase = Phase.preparing
    /// Set when the store has it.
    package var application: ApplicationID?
    package let since: Date
}

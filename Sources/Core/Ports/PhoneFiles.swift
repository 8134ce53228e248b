package import Foundation

/// The way of a file from a person's own phone, and of a paper to it: a page of the store, opened once by a code on the
/// kiosk's screen.
package protocol PhoneFiles: Sendable {
    func openUpload(_ purpose: FilePurpose, session: SessionToken) async throws(StoreFault) -> UploadTicket
    /// Waits up to `wait` seconds for what the phone has brought; takes it away from the store.
    func takeUpload(_ id: UploadTicket.ID, wait: Int, session: SessionToken) async throws(StoreFault) -> UploadState
    /// A paper to take along: the page gives it out once.
    func openDownload(_ paper: TakenPaper, session: SessionToken) async throws(StoreFault) -> UploadTicket
}

/// Good once, for ten minutes.
package struct UploadTicket: Hashable, Sendable, Codable {
    package typealias ID = UUID
    package let id: ID
    /// What the QR code says. Opaque: it holds no personal data, and whoever has it may use it once.
    package let address: String
    package let expiresAt: Date

    package init(id: ID, address: String, expiresAt: Date) {
        self.id = id
        self.address = address
        self.expiresAt = expiresAt
    }
}

extension UploadTicket: Discreet {
    package var description: String { "ticket \(id)" }
}

package enum UploadState: Hashable, Sendable, Codable {
    /// The code is still on the screen.
    case waiting
    /// A phone has opened the page.
    case opened
    case arrived(Data)
    /// The phone has fetched what was for it.
    case fetched
}

/// A paper that its owner takes along.
package enum TakenPaper: Hashable, Sendable {
    /// As it is now.
    case certificate(CertificateID)
    /// The signed form of an application, by its content.
    case form(ApplicationID, PaperDigest)
}

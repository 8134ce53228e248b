import Core
import Foundation

/// A phone behind the code on the screen.
struct FakePhone: PhoneFiles {
    /// What it has done; nil: the code has expired.
    let state: UploadState?

    func openUpload(_ purpose: FilePurpose, session: SessionToken) async throws(StoreFault) -> UploadTicket {
        UploadTicket(id: UUID(), address: "https://store.example/u/abc", expiresAt: Sample.now)
    }

    func takeUpload(_ id: UploadTicket.ID, wait: Int, session: SessionToken) async throws(StoreFault) -> UploadState {
        guard let state else { throw .codeExpired }
        return state
    }

    func openDownload(_ paper: TakenPaper, session: SessionToken) async throws(StoreFault) -> UploadTicket {
        UploadTicket(id: UUID(), address: "https://store.example/d/abc", expiresAt: Sample.now)
    }
}

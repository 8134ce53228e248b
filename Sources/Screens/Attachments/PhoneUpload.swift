package import Core
package import Terminal

/// The code on the screen, for the person's own phone.
package struct PhoneUpload: Hashable, Sendable {
    package let choice: SourceChoice
    /// Nil while the store is asked.
    package var opened: OpenedUpload?
    /// A phone has the page.
    package var isOpenedByPhone = false
}

package struct OpenedUpload: Hashable, Sendable {
    package let ticket: UploadTicket
    /// The ticket's address for a camera.
    package let code: Bitmap

    package init(ticket: UploadTicket, code: Bitmap) {
        self.ticket = ticket
        self.code = code
    }
}

/// Asks for the next numbered copy of a notice.
package struct CopyRequest: Hashable, Sendable, Codable {
    package let application: ApplicationID
    package let reason: CopyReason
    /// The highest number that this kiosk has printed or ordered: the report of it may still be on its way.
    package let after: Int

    package init(application: ApplicationID, reason: CopyReason, after: Int) {
        self.application = application
        self.reason = reason
        self.after = after
    }
}

/// Asks for the number of a copy that an applicant or an enterprise prints for itself.
package struct OwnCopyRequest: Hashable, Sendable, Codable {
    package let application: ApplicationID
    /// Numbers of this kiosk's sheets that are out, or may be. One that it was given and that came to nothing is given
    /// again, so that a first sheet says 第1次.
    package let used: [Int]

    package init(application: ApplicationID, used: [Int]) {
        self.application = application
        self.used = used
    }
}

/// The notice and the number of its copy, which the store gives nobody else.
package struct CopyOrder: Hashable, Sendable, Codable {
    package let notice: AcceptanceNotice
    package let number: Int

    package init(notice: AcceptanceNotice, number: Int) {
        self.notice = notice
        self.number = number
    }
}

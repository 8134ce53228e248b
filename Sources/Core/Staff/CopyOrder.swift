/// Asks for the next numbered copy of a paper that staff print.
package struct CopyRequest: Hashable, Sendable, Codable {
    package let application: ApplicationID
    package let paper: PaperName
    package let reason: CopyReason
    /// The highest number that this kiosk has printed or ordered: the report of it may still be on its way.
    package let after: Int

    package init(application: ApplicationID, paper: PaperName, reason: CopyReason, after: Int) {
        self.application = application
        self.paper = paper
        self.reason = reason
        self.after = after
    }
}

/// Asks for the number of a copy that an applicant or an enterprise prints for itself.
package struct OwnCopyRequest: Hashable, Sendable, Codable {
    package let application: ApplicationID
    package let paper: PaperName
    /// Numbers of this kiosk's sheets that are out, or may be. One that it was given and that came to nothing is given
    /// again, so that a first sheet says 第1次.
    package let used: [Int]

    package init(application: ApplicationID, paper: PaperName, used: [Int]) {
        self.application = application
        self.paper = paper
        self.used = used
    }
}

/// What the paper says, and the number of its copy, which the store gives nobody else.
package struct CopyOrder: Hashable, Sendable, Codable {
    package let paper: IssuedPaper
    package let number: Int

    package init(paper: IssuedPaper, number: Int) {
        self.paper = paper
        self.number = number
    }
}

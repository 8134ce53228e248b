package import Foundation

/// A sealed application as hall staff see it: enough to hand out its paper, no more.
package struct StaffApplication: Hashable, Sendable, Codable {
    package let id: ApplicationID
    package let kind: RegistrationKind
    package let state: RegistrationState
    /// What the office hands out of it as it stands.
    package let paper: PaperName
    /// Nil before it was accepted.
    package let noticeNumber: NoticeNumber?
    package let maskedName: String
    package let maskedIDNumber: String
    package let enterpriseName: String
    /// Since when there is that paper: accepted, decided upon, or sealed.
    package let since: Date
    /// Every copy of that paper that the store knows of, by its number.
    package let copies: [CopyRecord]

    package init(
        id: ApplicationID, kind: RegistrationKind, state: RegistrationState, paper: PaperName,
        noticeNumber: NoticeNumber?, maskedName: String, maskedIDNumber: String, enterpriseName: String, since: Date,
        copies: [CopyRecord]
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.paper = paper
        self.noticeNumber = noticeNumber
        self.maskedName = maskedName
        self.maskedIDNumber = maskedIDNumber
        self.enterpriseName = enterpriseName
        self.since = since
        self.copies = copies
    }

    /// 第N次打印 of the next sheet, as far as the store knows.
    package var nextCopy: Int { (copies.map(\.number).max() ?? 0) + 1 }
}

extension StaffApplication: Discreet {
    package var description: String { "\(paper.rawValue) of \(id), copies \(copies.count)" }
}

package import Foundation

/// An accepted application as hall staff see it: enough to hand out its notice, no more.
package struct StaffApplication: Hashable, Sendable, Codable {
    package let id: ApplicationID
    package let kind: RegistrationKind
    package let state: RegistrationState
    package let noticeNumber: NoticeNumber
    package let maskedName: String
    package let maskedIDNumber: String
    package let enterpriseName: String
    package let acceptedAt: Date
    /// Every copy of the notice that the store knows of, by its number.
    package let copies: [CopyRecord]

    package init(
        id: ApplicationID, kind: RegistrationKind, state: RegistrationState, noticeNumber: NoticeNumber,
        maskedName: String, maskedIDNumber: String, enterpriseName: String, acceptedAt: Date, copies: [CopyRecord]
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.noticeNumber = noticeNumber
        self.maskedName = maskedName
        self.maskedIDNumber = maskedIDNumber
        self.enterpriseName = enterpriseName
        self.acceptedAt = acceptedAt
        self.copies = copies
    }

    /// 第N次打印 of the next sheet, as far as the store knows.
    package var nextCopy: Int { (copies.map(\.number).max() ?? 0) + 1 }
}

extension StaffApplication: Discreet {
    package var description: String { "\(noticeNumber), copies \(copies.count)" }
}

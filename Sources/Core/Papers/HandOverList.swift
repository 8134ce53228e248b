/// 交接单: the sheets of a day that hall staff hand over to the office.
package struct HandOverList: Hashable, Sendable, Codable {
    package let day: CivilDate
    package let hall: String
    package let staffNumber: String
    package let entries: [Entry]

    package struct Entry: Hashable, Sendable, Codable {
        package let number: NoticeNumber
        package let kind: RegistrationKind
        package let maskedName: String
        package let enterpriseName: String
        /// Sheets of the notice that are out.
        package let copies: Int

        package init(
            number: NoticeNumber, kind: RegistrationKind, maskedName: String, enterpriseName: String, copies: Int
        ) {
            self.number = number
            self.kind = kind
            self.maskedName = maskedName
            self.enterpriseName = enterpriseName
            self.copies = copies
        }
    }

    package init(day: CivilDate, hall: String, staffNumber: String, entries: [Entry]) {
        self.day = day
        self.hall = hall
        self.staffNumber = staffNumber
        self.entries = entries
    }
}

extension HandOverList: Discreet {
    package var description: String { "hand-over of \(day), \(entries.count) applications" }
}

/// 企业名称变更清单: which certificates a rename has changed.
package struct RenameList: Hashable, Sendable, Codable {
    package let oldName: String
    /// Under its new name.
    package let enterprise: Enterprise
    package let renamedOn: CivilDate
    package let entries: [Entry]
    package let office: AcceptanceNotice.Office

    /// One certificate that carries the enterprise's name.
    package struct Entry: Hashable, Sendable, Codable {
        package let number: String
        package let maskedName: String
        package let maskedIDNumber: String

        package init(number: String, maskedName: String, maskedIDNumber: String) {
            self.number = number
            self.maskedName = maskedName
            self.maskedIDNumber = maskedIDNumber
        }
    }

    package init(
        oldName: String, enterprise: Enterprise, renamedOn: CivilDate, entries: [Entry],
        office: AcceptanceNotice.Office
    ) {
        self.oldName = oldName
        self.enterprise = enterprise
        self.renamedOn = renamedOn
        self.entries = entries
        self.office = office
    }
}

extension RenameList: Discreet {
    package var description: String { "rename under \(enterprise.code), \(entries.count) certificates" }
}

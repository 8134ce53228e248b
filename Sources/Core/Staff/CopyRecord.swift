package import Foundation

/// One numbered copy of a notice in the store's books: who let it be printed, where, why, and whether the sheet is out.
package struct CopyRecord: Hashable, Sendable, Codable {
    /// 第N次打印.
    package let number: Int
    package let kiosk: String
    /// When the sheet was out; for one that is not out yet, when it was ordered.
    package let at: Date
    package let isOut: Bool
    /// Nil for a copy that the applicant or the enterprise printed.
    package let order: Order?

    package struct Order: Hashable, Sendable, Codable {
        package let staffNumber: String
        package let reason: CopyReason

        package init(staffNumber: String, reason: CopyReason) {
            self.staffNumber = staffNumber
            self.reason = reason
        }
    }

    package init(number: Int, kiosk: String, at: Date, isOut: Bool, order: Order?) {
        self.number = number
        self.kiosk = kiosk
        self.at = at
        self.isOut = isOut
        self.order = order
    }
}

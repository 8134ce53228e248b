/// How hall staff look for an accepted application. It travels in a body: a number of a person never stands in a URL.
package enum StaffQuery: Hashable, Sendable, Codable {
    case notice(NoticeNumber)
    /// By the ID card on the reader.
    case person(DocumentNumber)
    /// Accepted today through this kiosk, newest first.
    case today
}

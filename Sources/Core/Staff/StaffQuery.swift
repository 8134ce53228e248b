/// How hall staff look for an accepted application. It travels in a body: a number of a person never stands in a URL.
package enum StaffQuery: Hashable, Sendable, Codable {
    case notice(NoticeNumber)
    /// By the ID card on the reader, or by its number.
    case person(DocumentNumber)
    /// Accepted today through this kiosk, newest first.
    case today
    /// Accepted through this kiosk on that day in Shanghai, newest first.
    case day(CivilDate)
}

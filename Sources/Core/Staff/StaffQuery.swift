/// How hall staff look for an application whose paper they hand out. It travels in a body: a number of a person never stands in a URL.
package enum StaffQuery: Hashable, Sendable, Codable {
    case notice(NoticeNumber)
    /// By the sheet in hand: number and check code of its QR code.
    case sheet(NoticeReference)
    /// By the ID card on the reader, or by its number: accepted or decided upon, or sealed and not answered yet.
    case person(DocumentNumber)
    /// Accepted today in this hall, newest first.
    case today
    /// Accepted in this hall on that day in Shanghai, newest first.
    case day(CivilDate)
}

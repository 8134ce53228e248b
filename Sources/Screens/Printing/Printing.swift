package import Core

package struct Printing: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        case ordering
        case alreadyPrinted(sheets: Int)
        case following(PrintToken, PrintProgress)
        case failed(Trouble)
    }

    package let application: ApplicationID
    package let number: NoticeNumber?
    package var copy = 1
    /// Why staff print it; nil for the applicant's or the enterprise's own.
    package var reason: CopyReason?
    /// Another paper than the notice, for the applicant or the enterprise.
    package var paper: PaperRequest?
    /// What staff print.
    package var staffPaper: PaperName?
    package var phase = Phase.ordering

    package var name: PaperName { paper?.name ?? staffPaper ?? .acceptanceNotice }
}

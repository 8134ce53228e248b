package import Core

/// Hall staff's screens.
package enum StaffPage: Hashable, Sendable {
    case home
    /// Digits of a notice number.
    case number(NoticeDigits)
    /// Characters of an ID number, where the card itself is not at hand or cannot be read.
    case document(DocumentDigits)
    /// A notice's QR code is being typed by a hand scanner.
    case scan(ScanEntry)
    /// A day on which applications were accepted.
    case day(DateDigits)
    /// An ID card is awaited on the other reader.
    case card
    case results([StaffApplication])
    case application(CopyChoice)
    /// The day's notices that nobody has printed.
    case batch(NoticeBatch)
    /// 交接单: the day's notices whose sheets are out.
    case handOver([StaffApplication])

    var name: String {
        switch self {
        case .home: "screen.staffHome"
        case .number: "screen.staffNumber"
        case .document: "screen.staffDocument"
        case .scan: "screen.staffScan"
        case .day: "screen.staffDay"
        case .card: "screen.staffCard"
        case .results: "screen.staffResults"
        case .application: "screen.staffApplication"
        case .batch: "screen.staffBatch"
        case .handOver: "screen.staffHandOver"
        }
    }
}

/// An application whose notice may be printed, and why.
package struct CopyChoice: Hashable, Sendable {
    package let application: StaffApplication
    package var reason: CopyReason?
}

package import Core

/// A paper that a kiosk prints beside the acceptance notice.
package enum PrintedPaper: Hashable, Sendable {
    case correction(CorrectionNotice)
    case nonAcceptance(NonAcceptanceNotice)
    case receipt(FilingReceipt)
    case renames(RenameList)
    case handOver(HandOverList)

    var words: PaperWords {
        switch self {
        case .correction(let notice): notice.words
        case .nonAcceptance(let notice): notice.words
        case .receipt(let receipt): receipt.words
        case .renames(let list): list.words
        case .handOver(let list): list.words
        }
    }
}

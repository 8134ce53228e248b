package import Core

/// A paper that a kiosk sets and prints.
package enum PrintedPaper: Hashable, Sendable {
    case issued(IssuedPaper)
    case renames(RenameList)
    case handOver(HandOverList)

    var words: PaperWords {
        switch self {
        case .issued(let paper): paper.words
        case .renames(let list): list.words
        case .handOver(let list): list.words
        }
    }
}

package import Core

/// In front of the scanner.
package struct ScanPage: Hashable, Sendable {
    package let choice: SourceChoice
    /// What is there already; the next pages come behind it.
    package var before: FileReview?
    /// Nil until the scanner has said something.
    package var state: ScannerState?
    /// Of the job that runs.
    package var pagesDone = 0

    /// It lies on the glass; what is in the feeder does not matter.
    var isForPhoto: Bool { choice.purpose == .attachment(.photo) }

    package var earlierPages: [ScannedPage] { before?.found.scan?.pages ?? [] }
}

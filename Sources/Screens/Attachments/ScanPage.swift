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

    package var earlierPages: [ScannedPage] { before?.found.scan?.pages ?? [] }
}

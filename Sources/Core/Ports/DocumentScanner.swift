package import Foundation

/// The scanner of the hall.
package protocol DocumentScanner: Sendable {
    /// What it says of itself between jobs.
    func state() async -> ScannerState
    /// One job: every sheet of the feeder, or what lies on the glass. Cancelling the task stops it at the scanner too.
    /// - Parameter onPage: told after each page how many there are.
    func scan(
        _ subject: ScanSubject, onPage: @escaping @Sendable (Int) -> Void
    ) async throws(FileFault) -> [ScannedPage]
}

package enum ScanSubject: Hashable, Sendable {
    /// Sheets of A4.
    case document
    /// A one-inch photo (25 × 35 mm) in the corner of the glass.
    case photo
}

/// A JPEG, and its dots per inch.
package struct ScannedPage: Hashable, Sendable {
    package let jpeg: Data
    package let resolution: Int

    package init(jpeg: Data, resolution: Int) {
        self.jpeg = jpeg
        self.resolution = resolution
    }
}

extension ScannedPage: Discreet {
    package var description: String { "page of \(jpeg.count) bytes at \(resolution) dpi" }
}

package enum ScannerState: Hashable, Sendable {
    /// Paper lies in the feeder.
    case loaded
    /// No paper in the feeder; with a glass a page may lie there, which no scanner sees.
    case empty(hasGlass: Bool)
    case fault(FileFault)
}

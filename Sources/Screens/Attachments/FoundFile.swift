package import Core
package import Foundation
package import Terminal

/// A file that fits its field, as it will be attached.
package struct FoundFile: Hashable, Sendable {
    package let kind: AttachmentKind
    package let file: FileReference
    package let content: Data
    /// Its first page, or the photo; nil where nothing can draw it.
    package let picture: Image?
    /// The photo as it came, when it had to be cut to size.
    package let original: Image?
    /// What it was made of, when it came from the scanner: more pages may follow.
    package let scan: ScanOrigin?

    package init(
        kind: AttachmentKind, file: FileReference, content: Data, picture: Image?, original: Image? = nil,
        scan: ScanOrigin? = nil
    ) {
        self.kind = kind
        self.file = file
        self.content = content
        self.picture = picture
        self.original = original
        self.scan = scan
    }

    package var isCropped: Bool { original != nil }
}

package struct ScanOrigin: Hashable, Sendable {
    package let pages: [ScannedPage]
    /// Dots an inch to which they had to be brought; nil when they are as scanned.
    package let reducedTo: Int?

    package init(pages: [ScannedPage], reducedTo: Int? = nil) {
        self.pages = pages
        self.reducedTo = reducedTo
    }
}

/// What has come of a file that somebody has brought.
package enum Found: Hashable, Sendable {
    case file(FoundFile)
    /// A hand that goes onto the pad, to be looked at there.
    case signature(SignatureImage)
}

/// A file is looked at before it is attached.
package struct FileReview: Hashable, Sendable {
    package let choice: SourceChoice
    package let found: FoundFile
    /// 同意裁剪; needed only where the photo was cut.
    package var isAgreed = false
}

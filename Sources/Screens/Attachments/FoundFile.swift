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

    package init(
        kind: AttachmentKind, file: FileReference, content: Data, picture: Image?, original: Image? = nil
    ) {
        self.kind = kind
        self.file = file
        self.content = content
        self.picture = picture
        self.original = original
    }

    package var isCropped: Bool { original != nil }
}

/// A file is looked at before it is attached.
package struct FileReview: Hashable, Sendable {
    package let choice: SourceChoice
    package let found: FoundFile
    /// 同意裁剪; needed only where the photo was cut.
    package var isAgreed = false
}

package import Foundation

/// A file with its content, on its way from a person's stick, phone or scanner to the store.
package struct AttachedFile: Hashable, Sendable, Codable {
    package let kind: AttachmentKind
    package let file: FileReference
    package let content: Data

    package init(kind: AttachmentKind, file: FileReference, content: Data) {
        self.kind = kind
        self.file = file
        self.content = content
    }
}

extension AttachedFile: Discreet {
    package var description: String { "\(kind.rawValue) of \(file.byteCount) bytes" }
}

package import Core
import Crypto
package import Foundation

/// Looks into files that people bring, by content and not by name.
package enum AttachmentInspection {
    /// The file's reference for the form, when it is what such a field takes.
    package static func examine(
        _ content: Data, as kind: AttachmentKind, _ rules: AttachmentRules
    ) throws(AttachmentFinding) -> FileReference {
        if let finding = rules.finding(byteCount: content.count, for: kind) { throw finding }
        let bytes = Array(content)
        let pages: Int?
        switch kind.format {
        case .pdf: pages = try ForeignPDF.pageCount(of: bytes)
        case .jpeg:
            try check(photo: bytes, rules)
            pages = nil
        }
        guard let digest = PaperDigest(bytes: SHA256.hash(data: content)) else { throw .otherContent }
        return FileReference(digest: digest, format: kind.format, byteCount: content.count, pages: pages)
    }

    /// Whether an attachment is what it says of itself.
    package static func check(_ attachment: AttachedFile, _ rules: AttachmentRules) throws(AttachmentFinding) {
        guard try examine(attachment.content, as: attachment.kind, rules) == attachment.file else {
            throw .otherContent
        }
    }

    private static func check(photo bytes: [UInt8], _ rules: AttachmentRules) throws(AttachmentFinding) {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { throw .notJPEG }
        let picture: PhotoPicture
        do { picture = try PhotoPicture(jpeg: bytes) } catch { throw .damagedPhoto }
        if let finding = rules.finding(width: picture.width, height: picture.height) { throw finding }
    }
}

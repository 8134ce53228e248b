/// What a signature shows in its field: drawing operators without fonts, so that it needs nothing of the document.
package struct SignatureAppearance: Hashable, Sendable {
    package let size: Size
    /// Compressed, as it stands in the file (FlateDecode).
    let stream: [UInt8]
}

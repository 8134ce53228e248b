package import Core

/// Where a file of the form shall come from.
package struct SourceChoice: Hashable, Sendable {
    package let kind: AttachmentKind
    /// Kept for the way back.
    package let page: FormPage
}

/// The ways that this machine has for files.
package enum FileWay: String, Hashable, Sendable, CaseIterable {
    case stick, phone, scanner
}

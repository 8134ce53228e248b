package import Core

/// Where a file shall come from.
package struct SourceChoice: Hashable, Sendable {
    package let wanted: WantedFile

    package var purpose: FilePurpose {
        switch wanted {
        case .form(let kind, _): .attachment(kind)
        case .certificatePhoto: .attachment(.photo)
        case .signature: .signature
        }
    }
}

/// What wants a file, with the screen that the way back leads to.
package enum WantedFile: Hashable, Sendable {
    case form(AttachmentKind, FormPage)
    /// 换领: another photo than the one on record.
    case certificatePhoto(CertificateDesk)
    case signature(SignaturePad)
}

/// The ways that this machine has for files.
package enum FileWay: String, Hashable, Sendable, CaseIterable {
    case stick, phone, scanner
}

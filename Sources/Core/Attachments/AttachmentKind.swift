/// What a file that belongs to a form is for.
package enum AttachmentKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Goes on the certificate.
    case photo
    /// Scan of a certificate issued elsewhere.
    case qualificationScan
    /// 继续教育证明
    case educationProof

    /// The field of the form that names the file.
    package var field: FormField {
        switch self {
        case .photo: .photo
        case .qualificationScan: .qualificationScan
        case .educationProof: .educationProof
        }
    }

    package var format: FileReference.Format {
        switch self {
        case .photo: .jpeg
        case .qualificationScan, .educationProof: .pdf
        }
    }
}

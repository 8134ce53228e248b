/// What a file must be like, by its content. Kiosk and store look at the same bytes by the same rules.
package struct AttachmentRules: Hashable, Sendable, Codable {
    package var photoMeasure: PhotoMeasure
    package var photoBytes: ClosedRange<Int>
    /// Bytes of a PDF.
    package var largestScan: Int

    package init(
        photoMeasure: PhotoMeasure = PhotoMeasure(), photoBytes: ClosedRange<Int> = 10_240...204_800,
        largestScan: Int = 2_097_152
    ) {
        self.photoMeasure = photoMeasure
        self.photoBytes = photoBytes
        self.largestScan = largestScan
    }

    /// By size alone: nobody reads what is too large to begin with.
    package func finding(byteCount: Int, for kind: AttachmentKind) -> AttachmentFinding? {
        switch kind {
        case .photo:
            if byteCount < photoBytes.lowerBound { return .tooSmall(minimum: photoBytes.lowerBound) }
            return byteCount > photoBytes.upperBound ? .tooLarge(limit: photoBytes.upperBound) : nil
        case .qualificationScan, .educationProof:
            if byteCount == 0 { return .notPDF }
            return byteCount > largestScan ? .tooLarge(limit: largestScan) : nil
        }
    }

    package func finding(width: Int, height: Int) -> AttachmentFinding? {
        PhotoMeasure(width: width, height: height) == photoMeasure
            ? nil : .wrongMeasure(width: photoMeasure.width, height: photoMeasure.height)
    }
}

/// Why a file is not taken.
package enum AttachmentFinding: Error, Hashable, Sendable, Codable {
    case notPDF
    /// It begins as a PDF, and no pages are found in it.
    case noPages
    /// It opens with a password only.
    case locked
    case notJPEG
    /// It begins as a JPEG and cannot be decoded to its end.
    case damagedPhoto
    /// Dots that it must have.
    case wrongMeasure(width: Int, height: Int)
    case tooLarge(limit: Int)
    case tooSmall(minimum: Int)
    /// The bytes are not those that the digest names.
    case otherContent
    /// More files than a form can need were handed in for one application.
    case tooMany
}

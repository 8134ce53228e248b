package import Core

/// Cuts a photo to the size that a certificate needs: from the middle, a little above it, where a face is.
package enum PhotoCrop {
    /// - Parameter jpeg: whatever came as a photo.
    /// - Returns: a JPEG of the required dots and bytes.
    /// - Throws: what the photo lacks: `notJPEG`, `damagedPhoto`, `wrongMeasure` when it has too few dots to cut from,
    ///   `tooSmall` or `tooLarge` when no quality brings it between the limits.
    package static func crop(_ jpeg: [UInt8], _ rules: AttachmentRules) throws(AttachmentFinding) -> [UInt8] {
        guard jpeg.starts(with: [0xFF, 0xD8, 0xFF]) else { throw .notJPEG }
        let (width, height) = (rules.photoMeasure.width, rules.photoMeasure.height)
        let picture = try PhotoPixels(jpeg: jpeg, atLeast: width, height)
        // Enlarging invents what a camera did not see.
        guard picture.width >= width, picture.height >= height else {
            throw .wrongMeasure(width: width, height: height)
        }
        return try encode(picture.cut(to: width, height), rules)
    }

    /// A photo as a screen shows it, however large: so many dots across at most.
    package static func picture(of jpeg: [UInt8], width: Int) throws(AttachmentFinding) -> DrawnPage {
        let pixels = try PhotoPixels(jpeg: jpeg, atLeast: width, 1)
        guard pixels.width > width else { return pixels.page }
        return pixels.cut(to: width, max(1, pixels.height * width / pixels.width)).page
    }

    /// The best quality whose bytes fit.
    private static func encode(_ picture: PhotoPixels, _ rules: AttachmentRules) throws(AttachmentFinding) -> [UInt8] {
        var smallest = Int.max
        for quality in [95, 90, 85, 75, 60] as [Int32] {
            guard let bytes = picture.jpeg(quality: quality) else { throw .damagedPhoto }
            if rules.photoBytes.contains(bytes.count) { return bytes }
            if bytes.count < rules.photoBytes.lowerBound { throw .tooSmall(minimum: rules.photoBytes.lowerBound) }
            smallest = bytes.count
        }
        throw smallest < rules.photoBytes.lowerBound
            ? .tooSmall(minimum: rules.photoBytes.lowerBound) : .tooLarge(limit: rules.photoBytes.upperBound)
    }
}

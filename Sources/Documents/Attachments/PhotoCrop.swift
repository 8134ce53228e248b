import CTurboJPEG
package import Core

/// Cuts a photo to the size that a certificate needs: from the middle, a little above it, where a face is.
package enum PhotoCrop {
    /// Larger cameras than these bring no better certificate.
    private static let longestSide = 8192
    private static let mostDots = 40_000_000

    /// - Parameter jpeg: whatever came as a photo.
    /// - Returns: a JPEG of the required dots and bytes.
    /// - Throws: what the photo lacks: `notJPEG`, `damagedPhoto`, `wrongMeasure` when it has too few dots to cut from,
    ///   `tooSmall` or `tooLarge` when no quality brings it between the limits.
    package static func crop(_ jpeg: [UInt8], _ rules: AttachmentRules) throws(AttachmentFinding) -> [UInt8] {
        guard jpeg.starts(with: [0xFF, 0xD8, 0xFF]) else { throw .notJPEG }
        let (width, height) = (rules.photoMeasure.width, rules.photoMeasure.height)
        let picture = try decode(jpeg, atLeast: width, height)
        // Enlarging invents what a camera did not see.
        guard picture.width >= width, picture.height >= height else {
            throw .wrongMeasure(width: width, height: height)
        }
        return try encode(picture.cut(to: width, height), rules)
    }

    /// A photo as a screen shows it, however large: so many dots across at most.
    package static func picture(of jpeg: [UInt8], width: Int) throws(AttachmentFinding) -> DrawnPage {
        let pixels = try decode(jpeg, atLeast: width, 1)
        guard pixels.width > width else { return pixels.page }
        return pixels.cut(to: width, max(1, pixels.height * width / pixels.width)).page
    }

    /// Halved by the decoder as often as the dots asked for allow: a camera's picture has forty times as many.
    private static func decode(
        _ jpeg: [UInt8], atLeast leastWidth: Int, _ leastHeight: Int
    ) throws(AttachmentFinding) -> PhotoPixels {
        guard let decoder = tjInitDecompress() else { throw .damagedPhoto }
        defer { tjDestroy(decoder) }
        var (width, height, subsampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
        guard tjDecompressHeader3(decoder, jpeg, UInt(jpeg.count), &width, &height, &subsampling, &space) == 0,
            width > 0, height > 0, max(width, height) <= longestSide, Int(width) * Int(height) <= mostDots
        else { throw .damagedPhoto }
        let divisor: Int32 =
            [8, 4, 2].first { Int(width / $0) >= leastWidth && Int(height / $0) >= leastHeight } ?? 1
        (width, height) = ((width + divisor - 1) / divisor, (height + divisor - 1) / divisor)
        var isDecoded = false
        let colours = [UInt8](unsafeUninitializedCapacity: Int(width) * Int(height) * 3) { buffer, count in
            buffer.initialize(repeating: 0xFF)
            count = buffer.count
            isDecoded =
                tjDecompress2(
                    decoder, jpeg, UInt(jpeg.count), buffer.baseAddress, width, 0, height, Int32(TJPF_RGB.rawValue),
                    TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT) == 0
        }
        guard isDecoded else { throw .damagedPhoto }
        return PhotoPixels(width: Int(width), height: Int(height), colours: colours)
    }

    /// The best quality whose bytes fit.
    private static func encode(_ picture: PhotoPixels, _ rules: AttachmentRules) throws(AttachmentFinding) -> [UInt8] {
        var smallest = Int.max
        for quality in [95, 90, 85, 75, 60] as [Int32] {
            guard let bytes = encode(picture, quality: quality) else { throw .damagedPhoto }
            if rules.photoBytes.contains(bytes.count) { return bytes }
            if bytes.count < rules.photoBytes.lowerBound { throw .tooSmall(minimum: rules.photoBytes.lowerBound) }
            smallest = bytes.count
        }
        throw smallest < rules.photoBytes.lowerBound
            ? .tooSmall(minimum: rules.photoBytes.lowerBound) : .tooLarge(limit: rules.photoBytes.upperBound)
    }

    static func encode(_ picture: PhotoPixels, quality: Int32) -> [UInt8]? {
        guard let encoder = tjInitCompress() else { return nil }
        defer { tjDestroy(encoder) }
        var buffer: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { tjFree(buffer) }
        let status = tjCompress2(
            encoder, picture.colours, Int32(picture.width), 0, Int32(picture.height), Int32(TJPF_RGB.rawValue),
            &buffer, &size, Int32(TJSAMP_444.rawValue), quality, TJFLAG_ACCURATEDCT)
        guard status == 0, let buffer else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    }
}

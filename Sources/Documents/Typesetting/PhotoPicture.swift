import CTurboJPEG

/// A photo as a screen shows it.
package struct PhotoPicture: Hashable, Sendable {
    /// Dots.
    package let width: Int
    package let height: Int
    /// Red, green and blue of each dot, row by row.
    package let colours: [UInt8]

    /// A photo of a certificate has 295 × 413 dots; a picture that claims to be much larger is meant to fill memory.
    private static let longestSide = 4096
    /// More passes over one picture than any camera makes are meant to fill time.
    private static let flags = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT

    /// - Parameter jpeg: whatever came as a photo; it is trusted in nothing. A damaged one is refused, not half shown.
    package init(jpeg: [UInt8]) throws(TypesettingFault) {
        let photo = try Photo(jpeg)
        guard max(photo.width, photo.height) <= Self.longestSide, let decoder = tjInitDecompress() else {
            throw .photoUnreadable
        }
        defer { tjDestroy(decoder) }
        let (width, height) = (photo.width, photo.height)
        var isDecoded = false
        colours = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
            buffer.initialize(repeating: 0xFF)
            count = buffer.count
            let status = tjDecompress2(
                decoder, jpeg, UInt(jpeg.count), buffer.baseAddress, Int32(width), 0, Int32(height),
                Int32(TJPF_RGB.rawValue), Self.flags)
            isDecoded = status == 0
        }
        guard isDecoded else { throw .photoUnreadable }
        self.width = width
        self.height = height
    }
}

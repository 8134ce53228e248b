import CTurboJPEG
import Core

extension PhotoPixels {
    /// Larger cameras and scanners than these bring nothing better.
    private static let longestSide = 8192
    private static let mostDots = 40_000_000

    /// Halved by the decoder as often as the dots asked for allow: a camera's picture has forty times as many.
    /// - Parameter jpeg: trusted in nothing; a damaged one is refused, not half shown.
    init(jpeg: [UInt8], atLeast leastWidth: Int, _ leastHeight: Int) throws(AttachmentFinding) {
        guard let decoder = tjInitDecompress() else { throw .damagedPhoto }
        defer { tjDestroy(decoder) }
        var (width, height, subsampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
        guard tjDecompressHeader3(decoder, jpeg, UInt(jpeg.count), &width, &height, &subsampling, &space) == 0,
            width > 0, height > 0, max(width, height) <= Self.longestSide, Int(width) * Int(height) <= Self.mostDots
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
        self.init(width: Int(width), height: Int(height), colours: colours)
    }

    /// Nil when it cannot be made.
    func jpeg(quality: Int32) -> [UInt8]? {
        guard let encoder = tjInitCompress() else { return nil }
        defer { tjDestroy(encoder) }
        var buffer: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { tjFree(buffer) }
        let status = tjCompress2(
            encoder, colours, Int32(width), 0, Int32(height), Int32(TJPF_RGB.rawValue), &buffer, &size,
            Int32(TJSAMP_444.rawValue), quality, TJFLAG_ACCURATEDCT)
        guard status == 0, let buffer else { return nil }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    }
}

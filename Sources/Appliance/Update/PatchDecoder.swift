import CZstd
import Foundation

/// Undoes a patch as `zstd --patch-from=OLD` makes it: one frame, compressed with the old content before it.
///
/// It needs memory for what it makes, once, up to 256 MB; the old content is read where it lies.
final class PatchDecoder {
    private let context: OpaquePointer
    private var isAtEnd = false
    private var place = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())

    /// Slots are not larger, and no frame may ask for more memory than this.
    private static let windowBits: Int32 = 28

    /// - Parameter old: all of it, as it was when the patch was made; stays where it is as long as this lives.
    /// - Returns: nil when there is no memory.
    init?(over old: UnsafeRawBufferPointer) {
        guard let context = ZSTD_createDCtx() else { return nil }
        self.context = context
        guard ZSTD_isError(ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowBits)) == 0,
            ZSTD_isError(ZSTD_DCtx_refPrefix(context, old.baseAddress, old.count)) == 0
        else { return nil }
    }

    deinit { ZSTD_freeDCtx(context) }

    /// Not a patch, or not one over this old content.
    struct Damage: Error {}

    /// Takes the patch's next bytes, and hands over what comes of them.
    func decode(_ patch: Data, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
        try patch.withUnsafeBytes { patch in
            var source = ZSTD_inBuffer(src: patch.baseAddress, size: patch.count, pos: 0)
            var isFull = false
            while source.pos < source.size || isFull {
                // One frame is all there is.
                guard !isAtEnd else { throw Damage() }
                let (left, made) = place.withUnsafeMutableBytes { place in
                    var target = ZSTD_outBuffer(dst: place.baseAddress, size: place.count, pos: 0)
                    return (ZSTD_decompressStream(context, &target, &source), target.pos)
                }
                guard ZSTD_isError(left) == 0 else { throw Damage() }
                isAtEnd = left == 0
                isFull = made == place.count && !isAtEnd
                if made > 0 { try place.withUnsafeBytes { try take(UnsafeRawBufferPointer(rebasing: $0[..<made])) } }
            }
        }
    }

    /// Says that no more comes.
    func finish() throws { guard isAtEnd else { throw Damage() } }
}

import CFreeType

/// A glyph as the font draws it.
struct RasterizedOutline {
    /// From the pen to the left edge, in pixels.
    let left: Int
    /// From the baseline up to the top edge, in pixels.
    let top: Int
    let width: Int
    let height: Int
    let coverage: [UInt8]
    /// By how much the pen moves, in pixels.
    let advance: Double
}

/// One face of a font file. Not for two threads at once.
final class FontFace {
    private let library: FontLibrary
    private let handle: FT_Face
    private let file: FontFile
    /// In 1/64 pixel; 0 before the first use.
    private var size = 0

    init(_ file: FontFile, library: FontLibrary) throws(DisplayFault) {
        var face: FT_Face?
        let code = FT_New_Face(library.handle, file.path, FT_Long(file.face ?? 0), &face)
        guard code == 0, let face else { throw .font(file.path) }
        guard CFreeTypeIsScalable(face) != 0 else {
            FT_Done_Face(face)
            throw .font(file.path)
        }
        self.library = library
        self.file = file
        handle = face
    }

    deinit { FT_Done_Face(handle) }

    /// Heights above and below the baseline and an `0`'s advance, in parts of the size.
    var proportions: (ascent: Double, descent: Double, advance: Double) {
        let unit = Double(handle.pointee.units_per_EM)
        let code = FT_Load_Char(handle, 0x30, FT_Int32(FT_LOAD_NO_SCALE))
        let advance = code == 0 ? Double(handle.pointee.glyph.pointee.advance.x) / unit : 0.6
        return (Double(handle.pointee.ascender) / unit, -Double(handle.pointee.descender) / unit, advance)
    }

    func has(_ glyph: UInt32) -> Bool { FT_Get_Char_Index(handle, FT_ULong(glyph)) != 0 }

    /// - Parameters:
    ///   - size: pixels of the em.
    ///   - strength: by how much strokes are thickened, in pixels.
    ///
    /// Nil when the face has no such glyph, or a broken one.
    func draw(_ glyph: UInt32, size: Double, strength: Double = 0) -> RasterizedOutline? {
        let index = FT_Get_Char_Index(handle, FT_ULong(glyph))
        guard index != 0, use(size: Int(size * 64)) else { return nil }
        guard FT_Load_Glyph(handle, index, CFreeTypeLightHinting) == 0, let slot = handle.pointee.glyph else {
            return nil
        }
        // Before the outline grows: the place in the cell is that of the regular glyph.
        let advance = Double(slot.pointee.linearHoriAdvance) / 65536
        if strength > 0 {
            FT_Outline_EmboldenXY(&slot.pointee.outline, FT_Pos(strength * 64), FT_Pos(strength * 32))
        }
        guard FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) == 0 else { return nil }
        return outline(slot.pointee, advance: advance)
    }

    private func use(size wanted: Int) -> Bool {
        guard wanted != size else { return true }
        size = FT_Set_Char_Size(handle, 0, FT_F26Dot6(wanted), 72, 72) == 0 ? wanted : 0
        return size != 0
    }

    private func outline(_ slot: FT_GlyphSlotRec, advance: Double) -> RasterizedOutline? {
        let bitmap = slot.bitmap
        let (width, height) = (Int(bitmap.width), Int(bitmap.rows))
        guard bitmap.pitch >= 0, bitmap.pixel_mode == UInt8(FT_PIXEL_MODE_GRAY.rawValue) else { return nil }
        var coverage: [UInt8] = []
        coverage.reserveCapacity(width * height)
        if let base = bitmap.buffer {
            for y in 0..<height {
                coverage += UnsafeBufferPointer(start: base + y * Int(bitmap.pitch), count: width)
            }
        }
        guard coverage.count == width * height else { return nil }
        return RasterizedOutline(
            left: Int(slot.bitmap_left), top: Int(slot.bitmap_top), width: width, height: height, coverage: coverage,
            advance: advance)
    }
}

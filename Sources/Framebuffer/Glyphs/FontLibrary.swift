import CFreeType

/// FreeType itself; lives as long as its faces. Not for two threads at once.
final class FontLibrary {
    let handle: FT_Library

    init() throws(DisplayFault) {
        var library: FT_Library?
        let code = FT_Init_FreeType(&library)
        guard code == 0, let library else { throw .fonts(code) }
        handle = library
    }

    deinit { FT_Done_FreeType(handle) }
}

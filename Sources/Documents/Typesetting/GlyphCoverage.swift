import CPango

/// Which characters the papers' font has: a name that could not be printed is not offered on a keyboard.
///
/// Unchecked: an `FcCharSet` is never changed here, and its holders are counted atomically.
package final class GlyphCoverage: @unchecked Sendable {
    private let characters: OpaquePointer

    /// - Parameter configuration: fontconfig's, with the papers' fonts as the application's.
    init(_ configuration: OpaquePointer) throws(TypesettingFault) {
        guard let fonts = FcConfigGetFonts(configuration, FcSetApplication), fonts.pointee.nfont > 0,
            let patterns = fonts.pointee.fonts, let pattern = patterns[0]
        else { throw .fontsMissing }
        var characters: OpaquePointer?
        guard FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch, let characters,
            let own = FcCharSetCopy(characters)
        else { throw .fontsMissing }
        self.characters = own
    }

    deinit { FcCharSetDestroy(characters) }

    package func has(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { FcCharSetHasChar(characters, $0.value) == FcTrue }
    }
}

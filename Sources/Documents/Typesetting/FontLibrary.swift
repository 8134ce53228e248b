import CPango
import Foundation

/// The baked fonts and nothing else of the system, so that a missing character is seen as missing and not borrowed
/// from another font.
///
/// Not thread-safe, like fontconfig and pango underneath: used on one executor only.
final class FontLibrary {
    static let family = "Hall Serif"

    let coverage: GlyphCoverage
    private let configuration: OpaquePointer
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private let options: OpaquePointer

    init(directory: URL) throws(TypesettingFault) {
        guard let configuration = FcConfigCreate() else { throw .engine(status: 0) }
        for style in ["Regular", "Bold"] {
            let file = directory.appending(path: "HallSerif-\(style).otf").path
            guard FcConfigAppFontAddFile(configuration, file) == FcTrue else {
                FcConfigDestroy(configuration)
                throw .fontsMissing
            }
        }
        // Ours becomes the process's configuration before pango would load the system's: nothing of it is needed.
        FcConfigSetCurrent(configuration)
        do { coverage = try GlyphCoverage(configuration) } catch {
            FcConfigDestroy(configuration)
            throw error
        }
        guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            FcConfigDestroy(configuration)
            throw .engine(status: 0)
        }
        CPangoSetConfiguration(map, configuration)
        self.configuration = configuration
        self.map = map
        context = pango_font_map_create_context(map)
        options = cairo_font_options_create()
        prepareContext()
    }

    deinit {
        cairo_font_options_destroy(options)
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(map))
        FcConfigDestroy(configuration)
    }

    /// Unhinted at one unit a point: the same text always has the same widths, on paper and in every process.
    private func prepareContext() {
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_round_glyph_positions(context, 0)
    }

    /// - Parameters:
    ///   - width: in points; nil keeps everything on one line.
    ///   - field: names what the text is in a fault; never the text itself.
    func block(_ text: String, _ style: TextStyle, width: Double? = nil, field: String)
        throws(TypesettingFault) -> TextBlock
    {
        guard text.unicodeScalars.allSatisfy(Self.isPrintable), let layout = pango_layout_new(context) else {
            throw .unprintable(field: field)
        }
        let block = TextBlock(layout: layout, text: text, style: style, width: width)
        guard pango_layout_get_unknown_glyphs_count(layout) == 0 else { throw .unprintable(field: field) }
        return block
    }

    /// A control or a direction override would make the paper say something else than its text.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n"
        case .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

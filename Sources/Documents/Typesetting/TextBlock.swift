import CPango

/// Text that has been shaped, broken into lines and measured, ready to be drawn.
final class TextBlock {
    let layout: OpaquePointer
    let size: Size
    let grey: Double

    /// Takes over `layout`.
    init(layout: OpaquePointer, text: String, style: TextStyle, width: Double?) {
        self.layout = layout
        grey = style.grey
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        Self.apply(style, width, to: layout)
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, nil, &logical)
        size = Size(
            width: Double(logical.width) / Double(PANGO_SCALE), height: Double(logical.height) / Double(PANGO_SCALE))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    var lineCount: Int { Int(pango_layout_get_line_count(layout)) }

    private static func apply(_ style: TextStyle, _ width: Double?, to layout: OpaquePointer) {
        let font = pango_font_description_new()
        pango_font_description_set_family(font, FontLibrary.family)
        pango_font_description_set_weight(font, style.weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)

        let attributes = pango_attr_list_new()
        if style.tracking != 0 {
            pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(units(style.tracking)))
        }
        if let leading = style.leading {
            pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(units(leading * style.size)))
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)

        pango_layout_set_width(layout, width.map(units) ?? -1)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_indent(layout, units(style.indent))
        pango_layout_set_justify(layout, style.isJustified ? 1 : 0)
        switch style.alignment {
        case .leading: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .trailing: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        }
    }

    private static func units(_ points: Double) -> Int32 { Int32((points * Double(PANGO_SCALE)).rounded()) }
}

import CPango

extension Canvas {
    /// What a signature shows, as a PDF program would draw it into its field.
    func draw(_ mark: PlacedMark, onSheetOf height: Double) throws(TypesettingFault) {
        guard let operators = DrawingOperators(mark.appearance) else { throw .engine(status: 0) }
        let box = mark.appearance.size
        cairo_save(cairo)
        // A field counts from the lower left corner upwards, and so do the operators in it.
        cairo_translate(cairo, mark.left, height - mark.bottom)
        cairo_scale(cairo, mark.size.width / box.width, -mark.size.height / box.height)
        cairo_rectangle(cairo, 0, 0, box.width, box.height)
        cairo_clip(cairo)
        for step in operators.steps { draw(step.name, step.operands) }
        cairo_restore(cairo)
    }

    private func draw(_ name: Substring, _ values: [Double]) {
        switch name {
        case "q": cairo_save(cairo)
        case "Q": cairo_restore(cairo)
        case "cm":
            var matrix = cairo_matrix_t(
                xx: values[0], yx: values[1], xy: values[2], yy: values[3], x0: values[4], y0: values[5])
            cairo_transform(cairo, &matrix)
        // Fill and stroke have one colour.
        case "rg", "RG": cairo_set_source_rgb(cairo, values[0], values[1], values[2])
        case "w": cairo_set_line_width(cairo, values[0])
        case "J": cairo_set_line_cap(cairo, cairo_line_cap_t(rawValue: UInt32(values[0])))
        case "j": cairo_set_line_join(cairo, cairo_line_join_t(rawValue: UInt32(values[0])))
        case "m": cairo_move_to(cairo, values[0], values[1])
        case "l": cairo_line_to(cairo, values[0], values[1])
        case "c": cairo_curve_to(cairo, values[0], values[1], values[2], values[3], values[4], values[5])
        case "h": cairo_close_path(cairo)
        case "f": cairo_fill(cairo)
        default: cairo_stroke(cairo)
        }
    }
}

import CPango
import Foundation

/// The sheets of one PDF, drawn by cairo into memory; or the same sheets as pictures.
final class Canvas {
    private final class Sink { var bytes: [UInt8] = [] }

    private let sink = Sink()
    /// Nil where a PDF is written.
    private let raster: Raster?
    private let surface: OpaquePointer
    let cairo: OpaquePointer

    /// - Parameter created: stands in the file instead of the clock's time, so that the same input gives the same
    ///   bytes.
    init(page: Size, title: String, created: Date) throws(TypesettingFault) {
        raster = nil
        let closure = Unmanaged.passUnretained(sink).toOpaque()
        surface = cairo_pdf_surface_create_for_stream(
            { closure, data, count in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, closure, page.width, page.height)
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, PDFTime(created).iso8601)
        cairo = cairo_create(surface)
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS else { throw .engine(status: Int(status.rawValue)) }
    }

    /// - Parameter width: dots across a sheet.
    init(page: Size, picturesOf width: Int) throws(TypesettingFault) {
        let scale = Double(width) / page.width
        let raster = try Raster(width: width, height: Int((page.height * scale).rounded()))
        self.raster = raster
        surface = cairo_surface_reference(raster.surface)
        cairo = cairo_create(surface)
        cairo_scale(cairo, scale, scale)
        clear()
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    func finish() throws(TypesettingFault) -> [UInt8] {
        cairo_surface_finish(surface)
        for status in [cairo_status(cairo), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .engine(status: Int(status.rawValue))
        }
        return sink.bytes
    }

    /// The pages as pictures; none where a PDF was written.
    func finishPictures() throws(TypesettingFault) -> [PagePicture] {
        raster?.keepPage()
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS else { throw .engine(status: Int(status.rawValue)) }
        return raster?.pages ?? []
    }

    func nextPage() {
        guard let raster else { return cairo_show_page(cairo) }
        raster.keepPage()
        clear()
    }

    private func clear() {
        setGrey(1)
        cairo_paint(cairo)
    }

    func draw(_ block: TextBlock, at point: Point) {
        setGrey(block.grey)
        cairo_move_to(cairo, point.x, point.y)
        withExtendedLifetime(block) { pango_cairo_show_layout(cairo, block.layout) }
    }

    func rule(from start: Point, to end: Point, width: Double) {
        setGrey(0)
        cairo_set_line_width(cairo, width)
        cairo_move_to(cairo, start.x, start.y)
        cairo_line_to(cairo, end.x, end.y)
        cairo_stroke(cairo)
    }

    func frame(_ area: Rectangle, width: Double) {
        setGrey(0)
        cairo_set_line_width(cairo, width)
        cairo_rectangle(cairo, area.x, area.y, area.width, area.height)
        cairo_stroke(cairo)
    }

    func fill(_ area: Rectangle, grey: Double) {
        setGrey(grey)
        cairo_rectangle(cairo, area.x, area.y, area.width, area.height)
        cairo_fill(cairo)
    }

    func draw(_ code: VerificationCode, in area: Rectangle) {
        let module = area.width / Double(code.side)
        setGrey(0)
        code.forEachRun { row, column, length in
            cairo_rectangle(
                cairo, area.x + Double(column) * module, area.y + Double(row) * module, Double(length) * module, module)
        }
        cairo_fill(cairo)
    }

    /// Fills `area` in both directions; the caller gives it the photo's proportions.
    func draw(_ photo: Photo, in area: Rectangle) throws(TypesettingFault) {
        guard let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(photo.width), Int32(photo.height))
        else { throw .photoUnreadable }
        defer { cairo_surface_destroy(image) }
        if raster == nil { try attach(photo, to: image) } else { try paint(photo, on: image) }
        cairo_save(cairo)
        cairo_translate(cairo, area.x, area.y)
        cairo_scale(cairo, area.width / Double(photo.width), area.height / Double(photo.height))
        cairo_set_source_surface(cairo, image, 0, 0)
        // Any other filter writes /Interpolate true, which PDF/A forbids.
        cairo_pattern_set_filter(cairo_get_source(cairo), raster == nil ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD)
        cairo_paint(cairo)
        cairo_restore(cairo)
    }

    /// The file gets the JPEG itself.
    private func attach(_ photo: Photo, to image: OpaquePointer) throws(TypesettingFault) {
        guard let copy = malloc(photo.bytes.count) else { throw .photoUnreadable }
        copy.copyMemory(from: photo.bytes, byteCount: photo.bytes.count)
        let status = cairo_surface_set_mime_data(
            image, CAIRO_MIME_TYPE_JPEG, copy, UInt(photo.bytes.count), { free($0) }, copy)
        guard status == CAIRO_STATUS_SUCCESS else {
            free(copy)
            throw .photoUnreadable
        }
    }

    /// A picture needs its dots.
    private func paint(_ photo: Photo, on image: OpaquePointer) throws(TypesettingFault) {
        let picture = try PhotoPicture(jpeg: photo.bytes)
        guard let data = cairo_image_surface_get_data(image) else { throw .photoUnreadable }
        let stride = Int(cairo_image_surface_get_stride(image))
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                let (dot, colour) = (data + y * stride + x * 4, (y * picture.width + x) * 3)
                for channel in 0..<3 { dot[channel] = picture.colours[colour + 2 - channel] }
            }
        }
        cairo_surface_mark_dirty(image)
    }

    private func setGrey(_ grey: Double) { cairo_set_source_rgb(cairo, grey, grey, grey) }
}

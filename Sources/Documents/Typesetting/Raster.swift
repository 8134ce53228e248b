import CPango

/// The pages of a picture: dots in memory instead of a file's operators.
final class Raster {
    let surface: OpaquePointer
    private let width: Int
    private let height: Int
    private(set) var pages: [PagePicture] = []

    init(width: Int, height: Int) throws(TypesettingFault) {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
            throw .engine(status: 0)
        }
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            throw .engine(status: Int(status.rawValue))
        }
        self.surface = surface
        self.width = width
        self.height = height
    }

    deinit { cairo_surface_destroy(surface) }

    /// Keeps what is drawn as the next page.
    func keepPage() {
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { return }
        let stride = Int(cairo_image_surface_get_stride(surface))
        let grey = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for y in 0..<height {
                for x in 0..<width {
                    buffer[count] = Self.grey(data + y * stride + x * 4)
                    count += 1
                }
            }
        }
        pages.append(PagePicture(width: width, height: height, grey: grey))
    }

    /// The luminance by ITU-R BT.601 of a dot in cairo's order: blue, green, red on a little-endian machine.
    private static func grey(_ dot: UnsafePointer<UInt8>) -> UInt8 {
        let (blue, green, red) = (Int(dot[0]), Int(dot[1]), Int(dot[2]))
        return UInt8((299 * red + 587 * green + 114 * blue) / 1000)
    }
}

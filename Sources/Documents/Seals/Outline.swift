import CPango
import Foundation

/// Shapes of glyphs as lines and Bézier curves; y grows downwards.
struct Outline {
    enum Step {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case close
    }

    private(set) var steps: [Step] = []

    /// What pango would draw for `block`, its upper left corner at the origin.
    init(of block: TextBlock) throws(TypesettingFault) {
        // Unbounded: cairo leaves out glyphs that lie outside of a surface with bounds.
        let surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil)
        let cairo = cairo_create(surface)
        defer {
            cairo_destroy(cairo)
            cairo_surface_destroy(surface)
        }
        // cairo keeps paths to 1/256 of a unit; enlarged, small type keeps its shape.
        let enlargement = 16.0
        cairo_scale(cairo, enlargement, enlargement)
        withExtendedLifetime(block) { pango_cairo_layout_path(cairo, block.layout) }
        guard let path = cairo_copy_path(cairo) else { throw .engine(status: 0) }
        defer { cairo_path_destroy(path) }
        guard path.pointee.status == CAIRO_STATUS_SUCCESS else {
            throw .engine(status: Int(path.pointee.status.rawValue))
        }
        steps = Self.steps(UnsafeBufferPointer(start: path.pointee.data, count: Int(path.pointee.num_data)))
    }

    private static func steps(_ data: UnsafeBufferPointer<cairo_path_data_t>) -> [Step] {
        var steps: [Step] = []
        var index = 0
        func point(_ offset: Int) -> Point { Point(x: data[index + offset].point.x, y: data[index + offset].point.y) }
        while index < data.count {
            switch data[index].header.type {
            case CAIRO_PATH_MOVE_TO: steps.append(.move(point(1)))
            case CAIRO_PATH_LINE_TO: steps.append(.line(point(1)))
            case CAIRO_PATH_CURVE_TO: steps.append(.curve(point(1), point(2), point(3)))
            default: steps.append(.close)
            }
            index += max(1, Int(data[index].header.length))
        }
        return steps
    }

    func transformed(by transform: Transform) -> Outline {
        var copy = self
        copy.steps = steps.map { step in
            switch step {
            case .move(let point): .move(transform.apply(point))
            case .line(let point): .line(transform.apply(point))
            case .curve(let one, let two, let end):
                .curve(transform.apply(one), transform.apply(two), transform.apply(end))
            case .close: .close
            }
        }
        return copy
    }
}

/// An affine map of the plane.
struct Transform {
    private var a = 1.0
    private var b = 0.0
    private var c = 0.0
    private var d = 1.0
    private var x = 0.0
    private var y = 0.0

    func apply(_ point: Point) -> Point {
        Point(x: a * point.x + c * point.y + x, y: b * point.x + d * point.y + y)
    }

    func moved(by offset: Point) -> Transform {
        var copy = self
        copy.x += offset.x
        copy.y += offset.y
        return copy
    }

    func scaled(_ horizontal: Double, _ vertical: Double) -> Transform {
        then(horizontal, 0, 0, vertical)
    }

    /// Clockwise as seen, y growing downwards; radians.
    func rotated(by angle: Double) -> Transform {
        then(cos(angle), sin(angle), -sin(angle), cos(angle))
    }

    private func then(_ p: Double, _ q: Double, _ r: Double, _ s: Double) -> Transform {
        var copy = self
        (copy.a, copy.b) = (p * a + r * b, q * a + s * b)
        (copy.c, copy.d) = (p * c + r * d, q * c + s * d)
        (copy.x, copy.y) = (p * x + r * y, q * x + s * y)
        return copy
    }
}

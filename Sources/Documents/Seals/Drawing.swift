import CZlib

/// Drawing operators of a PDF content stream, in one colour and without fonts.
///
/// Coordinates are whole twentieths of a point (0.02 mm): fine enough for any printer, and short.
struct Drawing {
    private var text: String

    private static let unit = 0.05

    /// - Parameter colour: red, green and blue, 0 to 1, as PDF writes them.
    init(height: Double, colour: String) {
        text = "q 0.05 0 0 -0.05 0 \(height) cm \(colour) rg \(colour) RG\n"
    }

    func appearance(_ size: Size) throws(TypesettingFault) -> SignatureAppearance {
        let operators = Array((text + "Q").utf8)
        var count = compressBound(UInt(operators.count))
        var status = Z_OK
        let stream = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, used in
            status = compress2(buffer.baseAddress, &count, operators, UInt(operators.count), Z_BEST_COMPRESSION)
            used = status == Z_OK ? Int(count) : 0
        }
        guard status == Z_OK else { throw .engine(status: Int(status)) }
        return SignatureAppearance(size: size, stream: stream)
    }

    mutating func fill(_ outline: Outline) {
        for step in outline.steps {
            switch step {
            case .move(let point): text += "\(Self.pair(point)) m\n"
            case .line(let point): text += "\(Self.pair(point)) l\n"
            case .curve(let one, let two, let end):
                text += "\(Self.pair(one)) \(Self.pair(two)) \(Self.pair(end)) c\n"
            case .close: text += "h\n"
            }
        }
        text += "f\n"
    }

    mutating func fill(polygon points: [Point]) {
        for (index, point) in points.enumerated() { text += "\(Self.pair(point)) \(index == 0 ? "m" : "l")\n" }
        text += "h f\n"
    }

    /// A line of ink through points, round at its ends and corners; through one point it is a dot.
    mutating func ink(through points: [Point], width: Double) {
        guard let first = points.first else { return }
        text += "\(Int((width / Self.unit).rounded())) w 1 J 1 j \(Self.pair(first)) m\n"
        for point in points.count == 1 ? points[...] : points.dropFirst() { text += "\(Self.pair(point)) l\n" }
        text += "S\n"
    }

    /// Four Bézier arcs; 0.5523 of the radius is the usual handle.
    mutating func circle(centre: Point, radius: Double, width: Double) {
        let handle = 0.5523 * radius
        func at(_ x: Double, _ y: Double) -> String { Self.pair(Point(x: centre.x + x, y: centre.y + y)) }
        text += "\(Int((width / Self.unit).rounded())) w \(at(radius, 0)) m\n"
        text += "\(at(radius, handle)) \(at(handle, radius)) \(at(0, radius)) c\n"
        text += "\(at(-handle, radius)) \(at(-radius, handle)) \(at(-radius, 0)) c\n"
        text += "\(at(-radius, -handle)) \(at(-handle, -radius)) \(at(0, -radius)) c\n"
        text += "\(at(handle, -radius)) \(at(radius, -handle)) \(at(radius, 0)) c h S\n"
    }

    private static func pair(_ point: Point) -> String {
        "\(Int((point.x / unit).rounded())) \(Int((point.y / unit).rounded()))"
    }
}

/// A signature drawn with a finger, as strokes: points in thousandths of the field's width and height, both 0…1000. The
/// field is ``proportion`` times as wide as high.
package struct SignatureImage: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package let x: Int
        package let y: Int

        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    package let strokes: [[Point]]

    package static let proportion = 3
    /// More than any name has, and few enough to be kept and drawn anywhere.
    package static let mostStrokes = 100
    package static let mostPoints = 5000
    /// Thousandths that a signature spans at least, in one direction or the other: a dot is none.
    private static let smallest = (width: 150, height: 300)

    package init(_ strokes: [[Point]]) throws(SignatureProblem) {
        let points = strokes.joined()
        guard !points.isEmpty else { throw .empty }
        guard strokes.count <= Self.mostStrokes, points.count <= Self.mostPoints, !strokes.contains([]) else {
            throw .tooLong
        }
        guard points.allSatisfy({ (0...1000).contains($0.x) && (0...1000).contains($0.y) }) else { throw .outside }
        let isWide = Self.extent(of: points.map(\.x)) >= Self.smallest.width
        guard isWide || Self.extent(of: points.map(\.y)) >= Self.smallest.height else { throw .tooSmall }
        self.strokes = strokes
    }

    private static func extent(of values: [Int]) -> Int { (values.max() ?? 0) - (values.min() ?? 0) }
}

package enum SignatureProblem: Error, Hashable, Sendable {
    case empty
    case tooSmall
    case tooLong
    case outside
}

extension SignatureImage: Discreet {
    package var description: String { "signature of \(strokes.count) strokes" }
}

/// A stroke travels as its coordinates in one row: x, y, x, y, …
extension SignatureImage: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let rows = try container.decode([[Int]].self)
        let strokes = rows.map { row in
            stride(from: 0, to: row.count - 1, by: 2).map { Point(x: row[$0], y: row[$0 + 1]) }
        }
        do throws(SignatureProblem) {
            guard rows.allSatisfy({ $0.count.isMultiple(of: 2) }) else { throw .outside }
            try self.init(strokes)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a signature: \(error)")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(strokes.map { $0.flatMap { [$0.x, $0.y] } })
    }
}

/// What a signature shows in its field, and where the field stands: for a picture of the signed file.
struct PlacedMark {
    let appearance: SignatureAppearance
    /// Counted from 0.
    let page: Int
    /// From the lower left corner of the sheet upwards, in points.
    let left: Double
    let bottom: Double
    let size: Size

    /// - Parameter rectangle: the field's `Rect`: lower left x and y, upper right x and y.
    init?(_ appearance: SignatureAppearance, upright rectangle: PDFValue?, page: Int?) {
        guard let page, let corners = rectangle?.array?.compactMap(\.points), corners.count == 4 else { return nil }
        self.appearance = appearance
        self.page = page
        (left, bottom) = (corners[0], corners[1])
        size = Size(width: corners[2] - corners[0], height: corners[3] - corners[1])
    }
}

/// The operators that `Drawing` writes, read back in their order.
struct DrawingOperators {
    struct Step {
        let name: Substring
        let operands: [Double]
    }

    let steps: [Step]

    /// Far more than any seal has.
    private static let mostBytes = 4 << 20

    /// Nil for a stream that `Drawing` has not written.
    init?(_ appearance: SignatureAppearance) {
        guard let bytes = Inflation.inflate(appearance.stream[...], limit: Self.mostBytes) else { return nil }
        var steps: [Step] = []
        var operands: [Double] = []
        for word in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace) {
            if let number = Double(word) {
                operands.append(number)
            } else {
                guard Self.counts[String(word)] == operands.count else { return nil }
                steps.append(Step(name: word, operands: operands))
                operands = []
            }
        }
        guard operands.isEmpty else { return nil }
        self.steps = steps
    }

    /// How many operands each takes (ISO 32000-1, Annex A).
    private static let counts = [
        "q": 0, "Q": 0, "cm": 6, "rg": 3, "RG": 3, "w": 1, "J": 1, "j": 1, "m": 2, "l": 2, "c": 6, "h": 0, "f": 0,
        "S": 0,
    ]
}

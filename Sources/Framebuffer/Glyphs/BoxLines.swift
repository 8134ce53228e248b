/// Where the lines of one direction lie across a cell.
struct BoxLines {
    enum Place {
        case light, heavy
        /// The two of a double line, from the left or from the top.
        case first, second
    }

    /// Where a stroke that comes from an edge may end: by the lines that cross it.
    struct Marks {
        let middle: Int
        /// The far sides of single lines: the stroke goes over them.
        let light: Int
        let heavy: Int
        /// The line of a double one that the stroke meets first, and the other.
        let near: Int
        let far: Int
    }

    private let light: Range<Int>
    private let heavy: Range<Int>
    private let first: Range<Int>
    private let second: Range<Int>
    private let middle: Int

    /// - Parameters:
    ///   - length: the cell's side, in pixels.
    ///   - pen: a light line's thickness.
    init(length: Int, pen: Int) {
        let start = (length - pen) / 2
        let apart = pen + (pen + 1) / 2
        middle = length / 2
        light = start..<start + pen
        heavy = (length - 2 * pen) / 2..<(length - 2 * pen) / 2 + 2 * pen
        first = start - apart..<start - apart + pen
        second = start + apart..<start + apart + pen
    }

    func range(_ place: Place) -> Range<Int> {
        switch place {
        case .light: light
        case .heavy: heavy
        case .first: first
        case .second: second
        }
    }

    /// For a stroke to the right or downwards, by where it begins.
    var forward: Marks {
        Marks(
            middle: middle, light: light.lowerBound, heavy: heavy.lowerBound, near: second.lowerBound,
            far: first.lowerBound)
    }

    /// For a stroke from the left or from the top, by where it ends.
    var backward: Marks {
        Marks(
            middle: middle, light: light.upperBound, heavy: heavy.upperBound, near: first.upperBound,
            far: second.upperBound)
    }
}

/// The two strokes that meet another one from its sides.
struct BoxCrossing {
    let first: BoxGlyph.Stroke?
    let second: BoxGlyph.Stroke?

    /// The lines of a stroke across this crossing: where each lies, and its inner end.
    func lines(
        of stroke: BoxGlyph.Stroke?, opposite: BoxGlyph.Stroke?, marks: BoxLines.Marks
    ) -> [(place: BoxLines.Place, end: Int)] {
        switch stroke {
        case nil: []
        case .light: [(.light, singleEnd(opposite, marks))]
        case .heavy: [(.heavy, singleEnd(opposite, marks))]
        case .double:
            [
                (.first, doubleEnd(beside: first, beyond: second, opposite, marks)),
                (.second, doubleEnd(beside: second, beyond: first, opposite, marks)),
            ]
        }
    }

    /// A stroke that goes through is drawn in halves; one that ends closes the corner, or ends on a double line.
    private func singleEnd(_ opposite: BoxGlyph.Stroke?, _ marks: BoxLines.Marks) -> Int {
        if opposite != nil { return marks.middle }
        return switch (first, second) {
        case (.double, .double): marks.near
        case (.double, _), (_, .double): marks.far
        case (.heavy, _), (_, .heavy): marks.heavy
        case (.light, _), (_, .light): marks.light
        case (nil, nil): marks.middle
        }
    }

    /// One line of a double stroke: inside a corner it ends on the line that it meets, outside it goes round.
    private func doubleEnd(
        beside: BoxGlyph.Stroke?, beyond: BoxGlyph.Stroke?, _ opposite: BoxGlyph.Stroke?, _ marks: BoxLines.Marks
    ) -> Int {
        if beside == .double { return marks.near }
        if opposite != nil { return marks.middle }
        return switch beside ?? beyond {
        case .double: marks.far
        case .heavy: marks.heavy
        case .light: marks.light
        case nil: marks.middle
        }
    }
}

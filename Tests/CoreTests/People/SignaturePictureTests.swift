import Testing

@testable import Core

/// A signature on paper, photographed or scanned, becomes strokes.
struct SignaturePictureTests {
    /// Two characters' worth of lines, in thousandths of a field three times as wide as high.
    private static let hand: [[(Int, Int)]] = [
        [(100, 200), (300, 200)], [(200, 100), (200, 900)], [(120, 850), (290, 830)],
        [(500, 150), (450, 500), (380, 880)], [(500, 300), (580, 600), (640, 870)],
        [(720, 200), (900, 220), (880, 800), (730, 780), (720, 200)],
    ]

    @Test(arguments: [(300, 1), (600, 3), (1800, 9), (3000, 14)])
    func `what was drawn is where it was, at any size and with any pen`(_ width: Int, _ pen: Int) throws {
        let image = try SignatureImage(of: Paper(width: width, height: width / 3).drawn(Self.hand, pen: pen))
        try expectSameLines(image)
        #expect(image.strokes.count <= 16)
    }

    @Test func `a shadow over the paper, grey paper and dust change nothing`() throws {
        var paper = Paper(width: 900, height: 300)
        paper.light = { x, y in 215 - x / 9 - y / 10 }
        paper.dust = 300
        try expectSameLines(try SignatureImage(of: paper.drawn(Self.hand, pen: 5)))
    }

    @Test func `a small hand in the corner of a large sheet fills the field`() throws {
        let small = Self.hand.map { $0.map { ($0.0 / 3 + 20, $0.1 / 4 + 30) } }
        let image = try SignatureImage(of: Paper(width: 2400, height: 800).drawn(small, pen: 6))
        let xs = image.strokes.joined().map(\.x)
        let ys = image.strokes.joined().map(\.y)
        #expect((xs.max() ?? 0) - (xs.min() ?? 0) > 850 || (ys.max() ?? 0) - (ys.min() ?? 0) > 850)
    }

    @Test func `an empty sheet is told, shadow or not`() {
        #expect(throws: SignaturePictureProblem.blank) {
            try SignatureImage(of: Paper(width: 300, height: 100).drawn([], pen: 1))
        }
        var paper = Paper(width: 300, height: 100)
        paper.light = { x, _ in 60 + x / 2 }
        #expect(throws: SignaturePictureProblem.blank) { try SignatureImage(of: paper.drawn([], pen: 1)) }
        #expect(throws: SignaturePictureProblem.blank) {
            try SignatureImage(of: try #require(GreyPicture(width: 1, height: 1, dots: [0])))
        }
    }

    @Test func `a dot is too small`() {
        #expect(throws: SignaturePictureProblem.tooSmall) {
            try SignatureImage(of: Paper(width: 900, height: 300).drawn([[(500, 480), (510, 500)]], pen: 9))
        }
    }

    @Test(arguments: [2, 3, 5, 9, 17])
    func `a picture of something else is no signature`(_ grain: Int) throws {
        var generator = SeededGenerator(seed: UInt64(grain))
        let blocks = (0..<(400 / grain + 1) * (300 / grain + 1)).map { _ in UInt8.random(in: 0...255, using: &generator)
        }
        let dots = (0..<300).flatMap { y in (0..<400).map { x in blocks[y / grain * (400 / grain + 1) + x / grain] } }
        let picture = try #require(GreyPicture(width: 400, height: 300, dots: dots))
        #expect(throws: SignaturePictureProblem.notASignature) { try SignatureImage(of: picture) }
    }

    @Test func `dots that are not as many as they should be are no picture`() {
        #expect(GreyPicture(width: 2, height: 2, dots: [0, 0, 0]) == nil)
        #expect(GreyPicture(width: 0, height: 2, dots: []) == nil)
    }

    /// Both ways: all that was drawn is there, and nothing else is.
    private func expectSameLines(_ image: SignatureImage, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let drawn = fitted(Self.hand.map { $0.map { SIMD2(Double($0.0), Double($0.1)) } })
        let found = image.strokes.map { $0.map { SIMD2(Double($0.x), Double($0.y)) } }
        #expect(farthest(points(of: drawn), from: points(of: found)) < 60, sourceLocation: sourceLocation)
        #expect(farthest(points(of: found), from: points(of: drawn)) < 60, sourceLocation: sourceLocation)
    }

    /// As large as the field lets it be, as the import makes it.
    private func fitted(_ lines: [[SIMD2<Double>]]) -> [[SIMD2<Double>]] {
        let all = lines.joined()
        let (minX, maxX) = (all.map(\.x).min() ?? 0, all.map(\.x).max() ?? 1)
        let (minY, maxY) = (all.map(\.y).min() ?? 0, all.map(\.y).max() ?? 1)
        let scale = min(920 / (maxX - minX), 920 / (maxY - minY))
        return lines.map { line in
            line.map { SIMD2(500 + ($0.x - (minX + maxX) / 2) * scale, 500 + ($0.y - (minY + maxY) / 2) * scale) }
        }
    }

    private func points(of lines: [[SIMD2<Double>]]) -> [SIMD2<Double>] {
        lines.flatMap { line in
            zip(line, line.dropFirst()).flatMap { start, end in (0...20).map { start + (end - start) * Double($0) / 20 }
            }
        }
    }

    /// In thousandths of the field's height.
    private func farthest(_ points: [SIMD2<Double>], from others: [SIMD2<Double>]) -> Double {
        points.map { point in
            others.map { other in
                let away = (point - other) * SIMD2(3, 1)
                return (away * away).sum().squareRoot()
            }.min() ?? .infinity
        }.max() ?? .infinity
    }
}

/// A sheet that is drawn on.
private struct Paper {
    let width: Int
    let height: Int
    var light: (Int, Int) -> Int = { _, _ in 240 }
    /// Specks of one dot.
    var dust = 0

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    func drawn(_ lines: [[(Int, Int)]], pen: Int) throws -> GreyPicture {
        var dots = (0..<height).flatMap { y in (0..<width).map { x in UInt8(max(0, min(255, light(x, y)))) } }
        for line in lines {
            for (start, end) in zip(line, line.dropFirst()) {
                for step in 0...2 * width {
                    let x = (start.0 * (2 * width - step) + end.0 * step) / (2 * width) * width / 1000
                    let y = (start.1 * (2 * width - step) + end.1 * step) / (2 * width) * height / 1000
                    for row in max(0, y - pen / 2)...min(height - 1, y + pen / 2) {
                        for column in max(0, x - pen / 2)...min(width - 1, x + pen / 2) {
                            dots[row * width + column] = UInt8(Int(dots[row * width + column]) / 4)
                            dots[row * width + column] = min(dots[row * width + column], 40)
                        }
                    }
                }
            }
        }
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<dust { dots[Int.random(in: dots.indices, using: &generator)] = 30 }
        return try #require(GreyPicture(width: width, height: height, dots: dots))
    }
}

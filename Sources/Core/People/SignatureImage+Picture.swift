/// Why a picture gives no signature.
package enum SignaturePictureProblem: Error, Hashable, Sendable, CaseIterable {
    case notJPEG
    /// Nothing on it stands out from its ground.
    case blank
    /// So few dots that the hand cannot be made out.
    case tooSmall
    /// Covered with lines or ink: a photo of something else, or a page of text.
    case notASignature
}

// 设置个人签名图片: what was written on paper becomes strokes as if a finger had drawn them.
extension SignatureImage {
    /// Dots of the longer side that the work is done on.
    private static let workSize = 600
    /// Dots that the hand must span.
    private static let smallestHand = (width: 60, height: 24)
    /// Percent of the hand's rectangle that can be ink.
    private static let mostInk = 35
    /// Lines of fewer dots are the fringe of the ink, unless they are all that there is.
    private static let shortestLine = 5
    /// Part of the field's sides that stays free, in thousandths.
    private static let margin = 40

    /// - Parameter picture: dark ink on light paper, with whatever light falls on it.
    package init(of picture: GreyPicture) throws(SignaturePictureProblem) {
        let mask = InkMask(of: picture.shrunk(to: Self.workSize))
        guard let hand = Hand(of: mask) else { throw .blank }
        guard hand.width >= Self.smallestHand.width || hand.height >= Self.smallestHand.height else { throw .tooSmall }
        guard mask.count * 100 <= hand.width * hand.height * Self.mostInk else { throw .notASignature }
        let lines = InkTracing.lines(of: mask.thinned())
        let long = lines.filter { $0.count >= Self.shortestLine }
        let strokes = (long.isEmpty ? lines : long).map { line in
            InkTracing.simplified(line).map(hand.place)
        }
        do throws(SignatureProblem) { try self.init(strokes) } catch {
            switch error {
            case .empty: throw .blank
            case .tooSmall: throw .tooSmall
            case .tooLong, .outside: throw .notASignature
            }
        }
    }

    /// The rectangle around all ink, and the way from its dots to the signature field.
    private struct Hand {
        var left = Int.max
        var top = Int.max
        var right = Int.min
        var bottom = Int.min

        var width: Int { right - left + 1 }
        var height: Int { bottom - top + 1 }

        /// Nil without ink.
        init?(of mask: InkMask) {
            for y in 0..<mask.height {
                for x in 0..<mask.width where mask[x, y] {
                    (left, right) = (min(left, x), max(right, x))
                    (top, bottom) = (min(top, y), max(bottom, y))
                }
            }
            guard left <= right else { return nil }
        }

        /// In the middle of the field, as large as it can be in its own proportions.
        func place(_ dot: InkTracing.Dot) -> Point {
            let inner = 1000 - 2 * margin
            // Thousandths of the field's height that a dot has.
            let scale = min(
                Double(inner * proportion) / Double(max(1, width - 1)), Double(inner) / Double(max(1, height - 1)))
            let middle = (x: Double(left + right) / 2, y: Double(top + bottom) / 2)
            let x = 500 + (Double(dot.x) - middle.x) * scale / Double(proportion)
            let y = 500 + (Double(dot.y) - middle.y) * scale
            return Point(x: min(1000, max(0, Int(x.rounded()))), y: min(1000, max(0, Int(y.rounded()))))
        }
    }
}

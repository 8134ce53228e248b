/// Follows the lines of a thinned mask from end to end.
struct InkTracing {
    typealias Dot = SIMD2<Int>

    private var mask: InkMask
    private var isTaken: [Bool]

    /// - Parameter mask: lines of one dot's width.
    init(_ mask: InkMask) {
        self.mask = mask
        isTaken = Array(repeating: false, count: mask.width * mask.height)
    }

    /// Lines that begin at an end first, then those that are closed; a branch begins at the line that it leaves.
    static func lines(of mask: InkMask) -> [[Dot]] {
        var tracing = InkTracing(mask)
        var lines: [[Dot]] = []
        for onlyEnds in [true, false] {
            for y in 0..<mask.height {
                for x in 0..<mask.width where mask[x, y] && !tracing.isTaken[y * mask.width + x] {
                    if onlyEnds, tracing.neighbours(of: Dot(x, y)).count > 1 { continue }
                    lines.append(tracing.line(from: Dot(x, y)))
                }
            }
        }
        return lines
    }

    private mutating func line(from start: Dot) -> [Dot] {
        var line = [start]
        if let root = taken(beside: start) { line.insert(root, at: 0) }
        take(start)
        while let next = next(after: line) {
            line.append(next)
            take(next)
        }
        if line.count > 2, let end = line.last, let joint = taken(beside: end, except: line.suffix(3)) {
            line.append(joint)
        }
        return line
    }

    /// Straight on rather than round a corner.
    private func next(after line: [Dot]) -> Dot? {
        guard let here = line.last else { return nil }
        let open = neighbours(of: here).filter { !isTaken[index($0)] }
        guard line.count > 1 else { return open.first }
        let heading = here &- line[max(0, line.count - 4)]
        return open.max { one, other in
            Self.alignment(one &- here, heading) < Self.alignment(other &- here, heading)
        }
    }

    private static func alignment(_ one: Dot, _ other: Dot) -> Int { one.x * other.x + one.y * other.y }

    private func neighbours(of dot: Dot) -> [Dot] {
        InkMask.around.map { dot &+ Dot($0.0, $0.1) }.filter { mask[$0.x, $0.y] }
    }

    private func taken(beside dot: Dot, except others: ArraySlice<Dot> = []) -> Dot? {
        neighbours(of: dot).first { isTaken[index($0)] && !others.contains($0) }
    }

    private mutating func take(_ dot: Dot) { isTaken[index(dot)] = true }

    private func index(_ dot: Dot) -> Int { dot.y * mask.width + dot.x }

    /// Without the dots that lie on the straight line between others (Ramer, Douglas and Peucker), to within one dot.
    static func simplified(_ line: [Dot]) -> [Dot] {
        guard line.count > 2, let first = line.first, let last = line.last else { return line }
        let along = last &- first
        let length = along.x * along.x + along.y * along.y
        var (farthest, most) = (0, 0)
        for index in 1..<line.count - 1 {
            let from = line[index] &- first
            let across = along.x * from.y - along.y * from.x
            // Squared distance times squared length; from a point where the line is closed.
            let distance = length == 0 ? from.x * from.x + from.y * from.y : across * across
            if distance > most { (farthest, most) = (index, distance) }
        }
        guard most > max(1, length) else { return [first, last] }
        return simplified(Array(line[...farthest])).dropLast() + simplified(Array(line[farthest...]))
    }
}

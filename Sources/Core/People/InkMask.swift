/// Which dots of a picture are ink.
struct InkMask: Hashable {
    let width: Int
    let height: Int
    private(set) var dots: [Bool]

    /// By how many percent of its surroundings' mean a dot must be darker to be ink.
    private static let darker = 18
    /// Specks of fewer dots are dust.
    private static let smallestSpeck = 8

    /// Ink is what is darker than its own surroundings (Bradley and Roth's adaptive threshold): a shadow over the paper
    /// is none.
    init(of picture: GreyPicture) {
        width = picture.width
        height = picture.height
        dots = Self.threshold(picture)
        removeSpecks()
    }

    subscript(_ x: Int, _ y: Int) -> Bool {
        get { x >= 0 && x < width && y >= 0 && y < height && dots[y * width + x] }
        set { if x >= 0, x < width, y >= 0, y < height { dots[y * width + x] = newValue } }
    }

    var count: Int { dots.count { $0 } }

    private static func threshold(_ picture: GreyPicture) -> [Bool] {
        let (width, height) = (picture.width, picture.height)
        var sums = [Int](repeating: 0, count: (width + 1) * (height + 1))
        for y in 0..<height {
            var row = 0
            for x in 0..<width {
                row += Int(picture.dots[y * width + x])
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row
            }
        }
        let reach = max(4, max(width, height) / 16)
        var ink = [Bool](repeating: false, count: width * height)
        for y in 0..<height {
            let (top, bottom) = (max(0, y - reach), min(height, y + reach + 1))
            for x in 0..<width {
                let (left, right) = (max(0, x - reach), min(width, x + reach + 1))
                let sum =
                    sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right]
                    - sums[bottom * (width + 1) + left] + sums[top * (width + 1) + left]
                let area = (right - left) * (bottom - top)
                ink[y * width + x] = Int(picture.dots[y * width + x]) * area * 100 < sum * (100 - darker)
            }
        }
        return ink
    }

    private mutating func removeSpecks() {
        var isSeen = [Bool](repeating: false, count: dots.count)
        for start in dots.indices where dots[start] && !isSeen[start] {
            var group = [start]
            isSeen[start] = true
            var next = 0
            while next < group.count {
                let (x, y) = (group[next] % width, group[next] / width)
                next += 1
                for (aside, below) in Self.around where self[x + aside, y + below] {
                    let index = (y + below) * width + x + aside
                    if !isSeen[index] {
                        isSeen[index] = true
                        group.append(index)
                    }
                }
            }
            if group.count < Self.smallestSpeck { for index in group { dots[index] = false } }
        }
    }

    /// From the right, clockwise.
    static let around = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]

    /// Lines of one dot's width in the middle of the ink (Zhang and Suen's thinning).
    func thinned() -> InkMask {
        var mask = self
        var open = dots.indices.filter { dots[$0] }
        var isChanging = true
        while isChanging {
            isChanging = false
            for pass in 0..<2 {
                let gone = open.filter { mask.isSkin($0, pass: pass) }
                if gone.isEmpty { continue }
                isChanging = true
                for index in gone { mask.dots[index] = false }
                open.removeAll { !mask.dots[$0] }
            }
        }
        return mask
    }

    private func isSkin(_ index: Int, pass: Int) -> Bool {
        let (x, y) = (index % width, index / width)
        // From above, clockwise, as the paper numbers them.
        let near = [
            self[x, y - 1], self[x + 1, y - 1], self[x + 1, y], self[x + 1, y + 1], self[x, y + 1], self[x - 1, y + 1],
            self[x - 1, y], self[x - 1, y - 1],
        ]
        let neighbours = near.count { $0 }
        guard (2...6).contains(neighbours) else { return false }
        let turns = (0..<8).count { !near[$0] && near[($0 + 1) % 8] }
        guard turns == 1 else { return false }
        return pass == 0
            ? !(near[0] && near[2] && near[4]) && !(near[2] && near[4] && near[6])
            : !(near[0] && near[2] && near[6]) && !(near[0] && near[4] && near[6])
    }
}

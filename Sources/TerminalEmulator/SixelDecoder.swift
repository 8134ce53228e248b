/// Reads sixels (DEC STD 070, chapter 9) back into dots. Whatever it does not understand it skips.
struct SixelDecoder {
    private(set) var width = 0
    private(set) var height = 0
    /// `0xRRGGBB` by position; dots that were not drawn are not there.
    private(set) var dots: [Position: UInt32] = [:]

    struct Position: Hashable {
        let x: Int
        let y: Int
    }

    private var colours: [Int: UInt32] = [:]
    private var colour: UInt32 = 0
    private var x = 0
    private var band = 0

    /// Dots that a picture may have on a side: xterm's own limit.
    private static let longestSide = 4096

    /// - Parameter string: what stands between DCS and ST; nil when it is no sixel picture.
    init?(_ string: [UInt8]) {
        guard let start = string.firstIndex(of: UInt8(ascii: "q")),
            string[..<start].allSatisfy({ (0x30...0x3B).contains($0) })
        else { return nil }
        var rest = string[(start + 1)...]
        while let byte = rest.popFirst() { take(byte, &rest) }
        width = max(width, (dots.keys.map(\.x).max() ?? -1) + 1)
        height = max(height, (dots.keys.map(\.y).max() ?? -1) + 1)
    }

    private mutating func take(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
        switch byte {
        case UInt8(ascii: "\""):
            let numbers = Self.numbers(&rest)
            if numbers.count == 4 { (width, height) = (numbers[2], numbers[3]) }
        case UInt8(ascii: "#"): choose(Self.numbers(&rest))
        case UInt8(ascii: "$"): x = 0
        case UInt8(ascii: "-"): (x, band) = (0, band + 1)
        case UInt8(ascii: "!"):
            let count = Self.numbers(&rest).first ?? 1
            if let sixel = rest.popFirst() { draw(sixel, count: count) }
        default: draw(byte, count: 1)
        }
    }

    /// `#n` takes a colour, `#n;2;r;g;b` mixes one, in percent.
    private mutating func choose(_ numbers: [Int]) {
        guard let index = numbers.first else { return }
        if numbers.count == 5, numbers[1] == 2 {
            colours[index] = numbers[2...].reduce(0) { $0 << 8 | UInt32((min(100, $1) * 255 + 50) / 100) }
        }
        colour = colours[index] ?? 0
    }

    private mutating func draw(_ sixel: UInt8, count: Int) {
        guard (0x3F...0x7E).contains(sixel) else { return }
        for column in x..<max(x, min(x + count, Self.longestSide)) {
            for bit in 0..<6 where (sixel - 0x3F) >> UInt8(bit) & 1 == 1 && band * 6 + bit < Self.longestSide {
                dots[Position(x: column, y: band * 6 + bit)] = colour
            }
        }
        x = min(x + count, Self.longestSide)
    }

    private static func numbers(_ rest: inout ArraySlice<UInt8>) -> [Int] {
        var numbers: [Int] = []
        var number: Int?
        while let byte = rest.first, (0x30...0x39).contains(byte) || byte == 0x3B {
            rest.removeFirst()
            if byte == 0x3B {
                numbers.append(number ?? 0)
                number = nil
            } else {
                number = min(65_535, (number ?? 0) * 10 + Int(byte - 0x30))
            }
        }
        return numbers + (number.map { [$0] } ?? [])
    }
}

/// The control sequences that we write (ECMA-48, xterm's ctlseqs), appended as bytes.
struct ControlSequence {
    private(set) var bytes: [UInt8] = []

    static let escape: UInt8 = 0x1B

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

    mutating func append(number: Int) {
        if number >= 10 { append(number: number / 10) }
        bytes.append(0x30 + UInt8(number % 10))
    }

    mutating func append(contentsOf other: ControlSequence) { bytes.append(contentsOf: other.bytes) }

    /// `CSI n final`, n left out where it is 1.
    mutating func append(csi number: Int, _ final: UInt8) {
        bytes.append(Self.escape)
        bytes.append(0x5B)
        if number != 1 { append(number: number) }
        bytes.append(final)
    }

    /// The glyphs of cells beside each other, in UTF-8. The first is no tail.
    mutating func append(glyphsOf cells: UnsafeBufferPointer<Cell>) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * cells.count) { text in
            guard let start = text.baseAddress else { return }
            var next = start
            var index = 0
            while index < cells.count {
                Self.encode(cells[index].glyph, to: &next)
                index += cells[index].columns
            }
            bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: next - start))
        }
    }

    @inline(__always)
    private static func encode(_ value: UInt32, to next: inout UnsafeMutablePointer<UInt8>) {
        if value >= 0x800, value < 0x10000 {
            next[0] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
            next[1] = tail(value >> 6)
            next[2] = tail(value)
            next += 3
        } else if value < 0x80 {
            next[0] = UInt8(truncatingIfNeeded: value)
            next += 1
        } else if value < 0x800 {
            next[0] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
            next[1] = tail(value)
            next += 2
        } else {
            next[0] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
            next[1] = tail(value >> 12)
            next[2] = tail(value >> 6)
            next[3] = tail(value)
            next += 4
        }
    }

    @inline(__always)
    private static func tail(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | value & 0x3F) }

    @inline(__always)
    static func length(ofGlyph value: UInt32) -> Int {
        value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    }
}

extension ControlSequence {
    /// The shortest SGR sequence from one look to another; nil is a look that is not known.
    static func change(from old: Attributes?, to new: Attributes) -> ControlSequence {
        var fresh = Codes(afterReset: new)
        guard let old else { return fresh.sequence }
        var delta = Codes(from: old, to: new)
        let (short, long) = (delta.sequence, fresh.sequence)
        return short.bytes.count <= long.bytes.count ? short : long
    }

    private struct Codes {
        private var list: [Int] = []

        /// A leading 0 is written as an empty parameter.
        init(afterReset new: Attributes) {
            list = [0]
            add(from: .plain, to: new)
        }

        init(from old: Attributes, to new: Attributes) {
            add(from: old, to: new)
        }

        private mutating func add(from old: Attributes, to new: Attributes) {
            if old.isBold != new.isBold { list.append(new.isBold ? 1 : 22) }
            if old.isUnderlined != new.isUnderlined { list.append(new.isUnderlined ? 4 : 24) }
            if old.foreground != new.foreground { list += Self.colour(new.foreground, base: 30) }
            if old.background != new.background { list += Self.colour(new.background, base: 40) }
        }

        /// The first 16 have codes of their own.
        private static func colour(_ index: UInt8?, base: Int) -> [Int] {
            switch index {
            case nil: [base + 9]
            case .some(let index) where index < 8: [base + Int(index)]
            case .some(let index) where index < 16: [base + 60 + Int(index) - 8]
            case .some(let index): [base + 8, 5, Int(index)]
            }
        }

        var sequence: ControlSequence {
            mutating get {
                var sequence = ControlSequence()
                guard !list.isEmpty else { return sequence }
                sequence.append("\u{1B}[")
                for (position, code) in list.enumerated() {
                    if position > 0 { sequence.append(0x3B) }
                    if code != 0 || position > 0 { sequence.append(number: code) }
                }
                sequence.append(0x6D)
                return sequence
            }
        }
    }
}

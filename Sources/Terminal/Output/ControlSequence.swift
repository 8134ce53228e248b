/// The control sequences that we write (ECMA-48, xterm's ctlseqs), appended as bytes.
struct ControlSequence {
    private(set) var bytes: [UInt8] = []

    static let escape: UInt8 = 0x1B

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Empty again; the memory is kept where nobody else holds the bytes.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

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

    /// Glyphs in UTF-8, one after the other, without a look at the room for each.
    ///
    /// - Parameter most: glyphs that `body` writes at most.
    @inline(__always)
    mutating func append(glyphs most: Int, _ body: (inout Glyphs) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * most) { room in
            guard let start = room.baseAddress else { return }
            var glyphs = Glyphs(next: start)
            body(&glyphs)
            bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: glyphs.next - start))
        }
    }

    /// Writes scalars in UTF-8; each has room for four bytes.
    struct Glyphs {
        fileprivate(set) var next: UnsafeMutablePointer<UInt8>

        @inline(__always)
        mutating func put(_ value: UInt32) {
            if value >= 0x800, value < 0x10000 {
                // The fourth byte is overwritten by what follows.
                store(0x8080E0 | value >> 12 | (value & 0xFC0) << 2 | (value & 0x3F) << 16, count: 3)
            } else if value < 0x80 {
                next[0] = UInt8(truncatingIfNeeded: value)
                next += 1
            } else if value < 0x800 {
                store(0x80C0 | value >> 6 | (value & 0x3F) << 8, count: 2)
            } else {
                let (second, third) = ((value & 0x3F000) >> 4, (value & 0xFC0) << 10)
                store(0x8080_80F0 | value >> 18 | second | third | (value & 0x3F) << 24, count: 4)
            }
        }

        /// The lowest byte first.
        @inline(__always)
        private mutating func store(_ bytes: UInt32, count: Int) {
            UnsafeMutableRawPointer(next).storeBytes(of: bytes.littleEndian, as: UInt32.self)
            next += count
        }
    }

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

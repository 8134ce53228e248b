/// A command of ISO 7816-4: four header bytes, data, and how many bytes are expected back.
package struct APDU: Hashable, Sendable {
    package var cla: UInt8
    package var ins: UInt8
    package var p1: UInt8
    package var p2: UInt8
    package var data: [UInt8]
    /// Bytes expected: nil for none, 256 for "all" of a short answer; beyond 256 the extended form is used.
    package var expected: Int?

    package init(
        cla: UInt8 = 0, ins: UInt8, p1: UInt8 = 0, p2: UInt8 = 0, data: [UInt8] = [], expected: Int? = nil
    ) {
        self.cla = cla
        self.ins = ins
        self.p1 = p1
        self.p2 = p2
        self.data = data
        self.expected = expected
    }

    /// The bytes on the wire.
    ///
    /// With T=0 the length byte is the only one there is: a command without data carries a zero, one with data drops
    /// the expected length, and the card says `61xx` instead.
    package func encoded(for cardProtocol: CardProtocol) -> [UInt8] {
        let header = [cla, ins, p1, p2]
        if data.count > 255 || (expected ?? 0) > 256 { return header + extendedBody }
        let length = expected.map { UInt8(truncatingIfNeeded: $0) }  // 256 is written as 0.
        switch (data.isEmpty, length, cardProtocol) {
        case (true, nil, .t1): return header
        case (true, nil, .t0): return header + [0]
        case (true, let length?, _): return header + [length]
        case (false, nil, _), (false, _, .t0): return header + [UInt8(data.count)] + data
        case (false, let length?, .t1): return header + [UInt8(data.count)] + data + [length]
        }
    }

    private var extendedBody: [UInt8] {
        var body: [UInt8] = [0]
        if !data.isEmpty { body += [UInt8(data.count >> 8), UInt8(data.count & 0xFF)] + data }
        if let expected { body += [UInt8(expected >> 8 & 0xFF), UInt8(expected & 0xFF)] }
        return body
    }

    /// The same command in parts of at most 255 bytes; all but the last have the chaining bit in CLA.
    package var chained: [APDU] {
        guard data.count > 255 else { return [self] }
        let starts = stride(from: 0, to: data.count, by: 255)
        return starts.map { start in
            let isLast = start + 255 >= data.count
            return APDU(
                cla: isLast ? cla : cla | 0x10, ins: ins, p1: p1, p2: p2,
                data: Array(data[start..<min(start + 255, data.count)]), expected: isLast ? expected : nil)
        }
    }

    /// Commands that change nothing in the card and may be sent again. VERIFY and signatures are none of them.
    var isRepeatable: Bool { [0xA4, 0xB0, 0xC0, 0xCA, 0xCB].contains(ins) }
}

extension APDU: CustomStringConvertible, CustomDebugStringConvertible {
    /// The header only: data may be a PIN.
    package var description: String { "\(Hex.text([cla, ins, p1, p2])) (\(data.count) bytes)" }
    package var debugDescription: String { description }
}

/// The transmission protocol that reader and card agreed on.
package enum CardProtocol: Hashable, Sendable {
    case t0, t1
}

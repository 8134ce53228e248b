import CTerminal

/// Many short texts in one block of bytes, so that one scan looks through them all.
struct TextPool: Sendable {
    /// Each text is ended by a line feed, which none of them holds.
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = []
    private var owners: [UInt32] = []

    var count: Int { starts.count }

    mutating func append(_ text: some Collection<UInt8>, owner: UInt32) {
        starts.append(UInt32(bytes.count))
        owners.append(owner)
        if text.contains(0x0A) {
            bytes.append(contentsOf: text.filter { $0 != 0x0A })
        } else {
            bytes.append(contentsOf: text)
        }
        bytes.append(0x0A)
    }

    func owner(_ index: Int) -> UInt32 { owners[index] }

    func text(_ index: Int) -> String {
        String(decoding: bytes[range(index)], as: UTF8.self)
    }

    func starts(_ index: Int, with wanted: [UInt8]) -> Bool {
        bytes[range(index)].starts(with: wanted)
    }

    /// The owners of the texts that contain the bytes, in their order.
    func collect(containing wanted: [UInt8], into found: inout Found) {
        bytes.withUnsafeBytes { haystack in
            guard let base = haystack.baseAddress else { return }
            var offset = 0
            while !found.isFull, offset < haystack.count,
                let hit = terminal_find(base + offset, haystack.count - offset, wanted, wanted.count)
            {
                let index = self.index(at: UnsafeRawPointer(hit) - base)
                found.add(owners[index])
                offset = range(index).upperBound + 1
            }
        }
    }

    private func range(_ index: Int) -> Range<Int> {
        let end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
        return Int(starts[index])..<end - 1
    }

    /// The text in which a byte lies.
    private func index(at offset: Int) -> Int {
        starts.partitioningIndex { Int($0) > offset } - 1
    }
}

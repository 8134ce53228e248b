/// What stands before the samples of a WAV file (RIFF, PCM).
package struct WAVHeader: Hashable, Sendable {
    package var format: SoundFormat
    /// Of the samples; a stream that does not know its end says too much.
    package var byteCount: Int
    /// Where the samples begin.
    package var length: Int

    package init(_ format: SoundFormat, byteCount: Int) {
        self.format = format
        self.byteCount = byteCount
        length = 44
    }

    /// For samples whose end is not known: players read on until there is no more.
    static let stream = WAVHeader(.spoken, byteCount: 0x7FFF_0000)

    /// Nil when these bytes do not begin with a whole header.
    package init?(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes.prefix(512))
        guard bytes.count >= 12, bytes[0..<4].elementsEqual("RIFF".utf8), bytes[8..<12].elementsEqual("WAVE".utf8)
        else { return nil }
        var format: SoundFormat?
        var position = 12
        while position + 8 <= bytes.count {
            let size = Self.number(bytes, position + 4, 4)
            let content = position + 8
            if bytes[position..<position + 4].elementsEqual("fmt ".utf8), content + 16 <= bytes.count {
                // 1 is PCM.
                guard Self.number(bytes, content, 2) == 1 else { return nil }
                format = SoundFormat(
                    channels: Self.number(bytes, content + 2, 2), rate: Self.number(bytes, content + 4, 4),
                    bitsPerSample: Self.number(bytes, content + 14, 2))
            }
            if bytes[position..<position + 4].elementsEqual("data".utf8) {
                guard let format else { return nil }
                self.format = format
                byteCount = size
                length = content
                return
            }
            position = content + size + size % 2
        }
        return nil
    }

    package var bytes: [UInt8] {
        let frame = format.bytesPerFrame
        return Array("RIFF".utf8) + Self.field(36 + byteCount, 4) + Array("WAVEfmt ".utf8) + Self.field(16, 4)
            + Self.field(1, 2) + Self.field(format.channels, 2) + Self.field(format.rate, 4)
            + Self.field(format.rate * frame, 4) + Self.field(frame, 2) + Self.field(format.bitsPerSample, 2)
            + Array("data".utf8) + Self.field(byteCount, 4)
    }

    /// Little endian.
    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }

    private static func field(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

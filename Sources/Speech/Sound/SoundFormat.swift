/// How samples lie in a WAV file.
package struct SoundFormat: Hashable, Sendable {
    package var channels: Int
    /// Frames a second.
    package var rate: Int
    package var bitsPerSample: Int

    package init(channels: Int, rate: Int, bitsPerSample: Int) {
        self.channels = channels
        self.rate = rate
        self.bitsPerSample = bitsPerSample
    }

    /// What espeak-ng gives.
    package static let spoken = SoundFormat(channels: 1, rate: 22_050, bitsPerSample: 16)

    var bytesPerFrame: Int { channels * bitsPerSample / 8 }

    func silence(milliseconds: Int) -> [UInt8] {
        Array(repeating: 0, count: rate * milliseconds / 1000 * bytesPerFrame)
    }
}

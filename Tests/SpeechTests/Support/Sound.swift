import Foundation
import Speech
import Testing

/// A WAV file as it was written.
struct Sound {
    let header: WAVHeader
    let samples: [Int16]

    init(_ data: Data) throws {
        header = try #require(WAVHeader(data))
        let bytes = Array(data.dropFirst(header.length).prefix(header.byteCount))
        samples = stride(from: 0, to: bytes.count - 1, by: 2).map {
            Int16(truncatingIfNeeded: Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8)
        }
    }

    var seconds: Double { Double(samples.count) / Double(header.format.rate) }
    var isSilent: Bool { samples.allSatisfy { abs(Int($0)) < 500 } }
}

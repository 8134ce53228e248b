import TerminalEmulator
import Testing

@testable import Terminal

/// Read back by the emulator's decoder, which shares nothing with the encoder.
struct SixelTests {
    @Test(arguments: [(1, 1), (7, 5), (20, 6), (33, 13), (120, 47)])
    func `greys come back as the nearest of sixteen`(size: (Int, Int)) throws {
        let image = Image(width: size.0, height: size.1) { UInt8(($0 * 11 + $1 * 29) % 256) }
        let screen = shown(image)
        for y in 0..<size.1 {
            for x in 0..<size.0 {
                let dot = try #require(screen.dot(x: x, y: y))
                #expect(dot >> 16 == dot & 255 && dot >> 8 & 255 == dot & 255)
                // Sixels tell colours in percent.
                #expect(abs(Int(dot & 255) - (Int(image.grey(x, y)) + 8) / 17 * 17) <= 1)
            }
        }
        #expect(screen.dot(x: size.0, y: 0) == nil && screen.dot(x: 0, y: size.1) == nil)
    }

    @Test func `colours come back in the mean`() throws {
        let dots = 60 * 60
        let bytes = Array(repeating: [200, 120, 40] as [UInt8], count: dots).flatMap { $0 }
        let screen = shown(try #require(Image(width: 60, height: 60, colours: .rgb, bytes: bytes)))
        var sums = (0, 0, 0)
        for y in 0..<60 {
            for x in 0..<60 {
                let colour = try #require(screen.dot(x: x, y: y))
                sums = (
                    sums.0 + Int(colour >> 16), sums.1 + Int(colour >> 8 & 255), sums.2 + Int(colour & 255)
                )
            }
        }
        #expect(abs(sums.0 / dots - 200) < 8 && abs(sums.1 / dots - 120) < 8 && abs(sums.2 / dots - 40) < 8)
    }

    @Test func `a white page takes few bytes`() {
        #expect(SixelEncoder.encode(Image(width: 700, height: 990) { _, _ in 255 }).count < 2000)
    }

    private func shown(_ image: Image) -> EmulatedScreen {
        var screen = EmulatedScreen(columns: 40, rows: 20)
        screen.cellPixels = (4, 3)
        screen.feed(SixelEncoder.encode(image))
        return screen
    }
}

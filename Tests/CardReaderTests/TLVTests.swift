import CardReader
import Testing

@Suite struct TLVTests {
    @Test(arguments: [
        ("5303 010203", UInt32(0x53), "010203"), ("5FC10A 01 FF", 0x5FC10A, "FF"), ("7F49 00", 0x7F49, ""),
        ("5381 02 0102", 0x53, "0102"), ("5382 0001 07", 0x53, "07"),
    ])
    func `tag, length and value are taken apart`(_ text: String, _ tag: UInt32, _ value: String) throws {
        let bytes = try #require(Hex.bytes(text))
        let element = try #require(TLV(at: bytes[...]))
        #expect(element.tag == tag)
        #expect(Hex.text(element.value) == value)
    }

    @Test(arguments: ["", "53", "5303 0102", "5381", "5380 0000", "1F", "1F8182838485 00", "5384 00000001 07"])
    func `what is cut off or endless is nothing`(_ text: String) throws {
        let bytes = try #require(Hex.bytes(text))
        #expect(TLV(at: bytes[...]) == nil)
    }

    @Test(arguments: [0, 1, 127, 128, 255, 256, 4_000])
    func `what is written is read again`(_ length: Int) throws {
        let value = [UInt8](repeating: 0x5A, count: length)
        let bytes = TLV.encode(0x5FC105, value)
        let element = try #require(TLV(at: bytes[...]))
        #expect(element.tag == 0x5FC105)
        #expect(Array(element.value) == value)
        #expect(Array(element.whole) == bytes)
    }

    @Test func `random bytes never crash it, nor a certificate`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<4_000 {
            let bytes = generator.bytes(upTo: 64)
            _ = TLV(at: bytes[...])?.children
            _ = CertificateOutline(der: bytes)
        }
    }
}

import CardReader
import Core
import Testing

@Suite struct APDUTests {
    @Test(arguments: [
        (APDU(ins: 0x20, p2: 0x80), CardProtocol.t1, "00200080"),
        (APDU(ins: 0x20, p2: 0x80), .t0, "0020008000"),
        (APDU(cla: 0xFF, ins: 0xB0, p1: 5, expected: 256), .t1, "FFB0050000"),
        (APDU(ins: 0xA4, p1: 4, data: [1, 2], expected: 256), .t1, "00A4040002010200"),
        (APDU(ins: 0xA4, p1: 4, data: [1, 2], expected: 256), .t0, "00A40400020102"),
        (APDU(ins: 0x20, data: [9]), .t1, "002000000109"),
        (APDU(ins: 0xCB, expected: 65_536), .t1, "00CB0000000000"),
        (APDU(ins: 0xCB, data: [7], expected: 300), .t1, "00CB000000000107012C"),
    ])
    func `a command is written as ISO 7816 says`(_ command: APDU, _ protocol: CardProtocol, _ bytes: String) {
        #expect(Hex.text(command.encoded(for: `protocol`)) == bytes)
    }

    @Test func `long data is chained in parts of 255 bytes`() {
        let parts = APDU(ins: 0x87, p1: 7, p2: 0x9C, data: [UInt8](repeating: 1, count: 266), expected: 256).chained
        #expect(parts.map(\.cla) == [0x10, 0x00])
        #expect(parts.map(\.data.count) == [255, 11])
        #expect(parts.map(\.expected) == [nil, 256])
    }

    @Test func `a description shows the header and never the data`() {
        let verify = APDU(ins: 0x20, p2: 0x80, data: Array("123456".utf8))
        #expect("\(verify)" == "00200080 (6 bytes)")
        #expect(String(reflecting: verify) == "00200080 (6 bytes)")
    }

    @Test(arguments: [
        (UInt16(0x9000), StatusWord.Meaning.ok), (0x6100, .moreData(256)), (0x6109, .moreData(9)),
        (0x6C10, .wrongExpectedLength(16)), (0x63C5, .triesLeft(5)), (0x63C0, .triesLeft(0)), (0x6983, .pinBlocked),
        (0x6982, .securityNotSatisfied), (0x6A82, .notFound), (0x6D00, .unknownCommand), (0x6F00, .other),
    ])
    func `a status word has a meaning`(_ code: UInt16, _ meaning: StatusWord.Meaning) {
        #expect(StatusWord(code).meaning == meaning)
    }

    @Test func `an answer of fewer than two bytes is none`() {
        #expect(ResponseAPDU([]) == nil)
        #expect(ResponseAPDU([0x90]) == nil)
        #expect(ResponseAPDU([1, 0x90, 0]) == ResponseAPDU(data: [1], status: .ok))
    }

    @Test func `announced data is fetched until the card has no more`() throws {
        let transport = ScriptedTransport(
            """
            00CB3FFF055C035FC10500 > AAAA 6100
            00C0000000 > BBBB 6102
            00C0000002 > CCCC 9000
            """)
        let session = CardSession(transport, role: .enterprise)
        let command = APDU(ins: 0xCB, p1: 0x3F, p2: 0xFF, data: [0x5C, 3, 0x5F, 0xC1, 5], expected: 256)
        #expect(try session.send(command).data == [0xAA, 0xAA, 0xBB, 0xBB, 0xCC, 0xCC])
        #expect(session.exchanges == 3)
        #expect(transport.isPlayedOut)
    }

    @Test func `a wrong length is corrected for reading, never for a signature`() throws {
        let reading = ScriptedTransport("00B0000000 > 6C02\n00B0000002 > 0102 9000")
        let response = try CardSession(reading, role: .identity).send(APDU(ins: 0xB0, expected: 256))
        #expect(response == ResponseAPDU(data: [1, 2], status: .ok))
        let signing = ScriptedTransport("0087119A00 > 6C02")
        let signature = APDU(ins: 0x87, p1: 0x11, p2: 0x9A, expected: 256)
        #expect(try CardSession(signing, role: .enterprise).send(signature).status.code == 0x6C02)
        #expect(reading.isPlayedOut && signing.isPlayedOut)
    }

    @Test func `a card that announces data and sends none is unreadable`() {
        let transport = ScriptedTransport("00B0000000 > 6110\n00C0000010 > 6110")
        let session = CardSession(transport, role: .identity)
        #expect(
            fault { () throws(CardFault) in try session.send(APDU(ins: 0xB0, expected: 256)) } == .unreadable(.identity)
        )
    }

    @Test func `an endless answer is cut off`() {
        final class Endless: CardTransport {
            let atr: [UInt8] = []
            let cardProtocol = CardProtocol.t1
            func transmit(_ command: [UInt8]) -> [UInt8] { [UInt8](repeating: 0, count: 256) + [0x61, 0x00] }
            func reset() {}
            func beginTransaction() {}
            func close(_ disposition: CardDisposition) {}
        }
        let session = CardSession(Endless(), role: .identity)
        #expect(
            fault { () throws(CardFault) in try session.send(APDU(ins: 0xB0, expected: 256)) } == .unreadable(.identity)
        )
        #expect(session.exchanges < 300)
    }
}

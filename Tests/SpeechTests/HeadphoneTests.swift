import Foundation
import Speech
import Terminal
import Testing

/// There is no such socket where tests run: bytes as the kernel writes them, through a FIFO in its place.
@Suite(.timeLimit(.minutes(1))) struct HeadphoneTests {
    /// 2026, EV_SW 5, SW_HEADPHONE_INSERT 2.
    private static func event(type: UInt8 = 5, code: UInt8 = 2, value: UInt8) -> [UInt8] {
        [0x10, 0x20, 0x30, 0x6A, 0, 0, 0, 0, 0x01, 0x02, 0, 0, 0, 0, 0, 0, type, 0, code, 0, value, 0, 0, 0]
    }

    @Test func `records are read from the kernel's bytes`() throws {
        let record = try #require(InputRecord(Self.event(value: 1)[...]))
        #expect((record.type, record.code, record.value) == (5, 2, 1))
        #expect(record.headphones == true)
        #expect(InputRecord(Self.event(value: 0)[...])?.headphones == false)
        let negative = Self.event(value: 0)[..<20] + [0xFF, 0xFF, 0xFF, 0xFF]
        #expect(InputRecord(negative)?.value == -1)
        #expect(InputRecord(Self.event(value: 1).dropLast()) == nil)
    }

    @Test(arguments: [(0, 0), (1, 2), (5, 4), (5, 0)] as [(UInt8, UInt8)])
    func `other events say nothing of headphones`(type: UInt8, code: UInt8) {
        #expect(InputRecord(Self.event(type: type, code: code, value: 1)[...])?.headphones == nil)
    }

    @Test func `a record that is cut waits for its rest`() {
        let bytes = Self.event(value: 1) + Self.event(type: 0, code: 0, value: 0) + Self.event(value: 0)
        for cut in 0...bytes.count {
            let first = InputRecord.records(in: Array(bytes[..<cut]))
            let second = InputRecord.records(in: first.rest + bytes[cut...])
            #expect((first.records + second.records).compactMap(\.headphones) == [true, false])
            #expect(second.rest.isEmpty)
        }
    }

    @Test func `without the device nothing is plugged in`() {
        let headphones = EvdevHeadphones(device: "/nowhere/event0")
        #expect(!headphones.isPluggedIn)
        #expect(!NoHeadphones().isPluggedIn)
    }

    @Test func `what the device tells is known, until it is gone`() async throws {
        try await SpeechDesk.with { desk in
            let device = desk.folder.appending(path: "event").path
            #expect(mkfifo(device, 0o600) == 0)
            let headphones = EvdevHeadphones(device: device)
            var changes = headphones.changes.makeAsyncIterator()
            let writer = open(device, O_RDWR | O_CLOEXEC)
            try #require(writer >= 0)
            for isIn in [true, false, true] {
                let bytes = Self.event(value: isIn ? 1 : 0)
                #expect(write(writer, bytes, bytes.count) == bytes.count)
                #expect(await changes.next() == isIn)
                #expect(headphones.isPluggedIn == isIn)
            }
            close(writer)
            #expect(await changes.next() == false)
        }
    }
}

import Core
import Foundation
import Testing

@Suite struct SecretTests {
    private struct Holder { let secret: Secret }

    @Test func `a secret never prints`() {
        let secret = Secret("135790")
        var dumped = ""
        dump(Holder(secret: secret), to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), "\(Holder(secret: secret))", dumped] {
            #expect(!text.contains("135790") && !text.contains("49, 51") && text.contains("•••"))
        }
        #expect("\(secret)" == "•••")
        #expect("\(SessionToken("abcdef"))" == "•••")
    }

    @Test func `it is typed and taken back byte by byte, up to 32`() {
        let secret = Secret()
        for byte in UInt8(0)..<40 { secret.append(byte) }
        #expect(secret.count == 32)
        secret.removeLast()
        #expect(secret.withBytes { $0 } == Array(0..<31))
        for _ in 0..<40 { secret.removeLast() }
        #expect(secret.isEmpty)
    }

    @Test func `a copy outlives the original's erasure`() {
        let original = Secret("2468")
        let copy = original.copy()
        original.erase()
        #expect(original.isEmpty)
        #expect(copy.withBytes { $0 } == Array("2468".utf8))
    }

    /// Looks at the storage itself before and after.
    @Test func `erasing zeroes the memory`() throws {
        let secret = Secret("8642")
        let address = secret.withBytes { $0.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } }
        let memory = try #require(UnsafePointer<UInt8>(bitPattern: address))
        #expect(Array(UnsafeBufferPointer(start: memory, count: 4)) == Array("8642".utf8))
        secret.erase()
        #expect(Array(UnsafeBufferPointer(start: memory, count: 4)) == [0, 0, 0, 0])
    }
}

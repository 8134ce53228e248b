import Foundation
import Testing

@testable import Kiosk

struct ProcessMemoryTests {
    private static let mark = UInt8(ascii: "Q")

    /// Marked bytes from there on. The first sixteen of a free block are the heap's own.
    private func marks(at address: UInt, count: Int, after start: Int = 16) -> Int {
        guard let bytes = UnsafePointer<UInt8>(bitPattern: address) else { return 0 }
        return (start..<count).count { bytes[$0] == Self.mark }
    }

    @Test(arguments: [40, 200, 1000, 4000, 60_000])
    func `what is freed is empty`(count: Int) {
        let block = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        block.initialize(repeating: Self.mark, count: count)
        let address = UInt(bitPattern: block)
        #expect(marks(at: address, count: count) == count - 16)
        block.deallocate()
        #expect(marks(at: address, count: count) == 0)
    }

    @Test func `a block that grows elsewhere leaves nothing where it was, and loses nothing`() throws {
        let before = try #require(malloc(100))
        memset(before, Int32(Self.mark), 100)
        let address = UInt(bitPattern: before)
        let after = try #require(realloc(before, 50_000))
        #expect(UInt(bitPattern: after) != address)
        #expect(marks(at: address, count: 100) == 0)
        #expect(marks(at: UInt(bitPattern: after), count: 100, after: 0) == 100)
        let smaller = try #require(realloc(after, 10))
        #expect(marks(at: UInt(bitPattern: smaller), count: 10, after: 0) == 10)
        free(smaller)
    }

    @Test func `what functions have left on the stack of a waiting thread is dropped`() async throws {
        let (told, tell) = AsyncStream.makeStream(of: UInt.self)
        let goOn = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            tell.yield(Self.leaveMarks())
            // Nothing below this line reaches so deep.
            goOn.wait()
        }
        var addresses = told.makeAsyncIterator()
        let address = try #require(await addresses.next())
        #expect(marks(at: address, count: 1000) > 100)
        #expect(await ProcessMemory().dropDeadStacks() > 1)
        #expect(marks(at: address, count: 1000) == 0)
        goOn.signal()
    }

    /// - Returns: where marks have been on this thread's stack, far below what the caller uses afterwards.
    @inline(never) private static func leaveMarks(depth: Int = 8) -> UInt {
        withUnsafeTemporaryAllocation(byteCount: 1000, alignment: 16) { block in
            block.initializeMemory(as: UInt8.self, repeating: mark)
            return depth == 0 ? UInt(bitPattern: block.baseAddress) : leaveMarks(depth: depth - 1)
        }
    }
}

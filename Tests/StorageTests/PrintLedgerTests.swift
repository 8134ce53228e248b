import Core
import Foundation
import Storage
import Testing

@Suite struct PrintLedgerTests {
    private let pdf = Data("%PDF-1.7 示例".utf8)

    @Test func `an order and its paper are there after a restart`() async throws {
        try await withPlace { place in
            var order = try Sample.order(1, of: 1)
            let storage = try place.open()
            try await storage.open(order, pdf: pdf)
            try order.apply(.submit)
            try order.apply(.accept(Sample.job))
            try await storage.update(order)
            let again = try place.open()
            #expect(try await again.openOrders() == [order])
            #expect(try await again.orders(of: Sample.application(1)) == [order])
            #expect(try await again.pdf(of: order.token) == pdf)
            #expect(try await again.pdf(of: Sample.token(2)) == nil)
        }
    }

    @Test func `a printed sheet is reported to the store once, however often it is said`() async throws {
        try await withStorage { storage, _ in
            var order = try Sample.order(1, of: 1)
            try await storage.open(order, pdf: pdf)
            try order.apply(.submit)
            try order.apply(.print(at: Sample.instant))
            try await storage.update(order)
            try await storage.update(order)
            let entry = try #require(try await storage.unsettledEntries().first)
            let report = PrintReport(token: order.token, paper: order.paper, copyNumber: 1, at: Sample.instant)
            #expect(entry.content == .printed(report))
            #expect(entry.applicationID == order.applicationID)
            #expect(try await storage.unsettledEntries().count == 1)

            try await storage.settle(EntryReceipt(entryID: entry.id, outcome: .refused(.applicationUnknown)))
            try await storage.update(order)
            #expect(try await storage.unsettledEntries().isEmpty)
            #expect(try await storage.openOrders().isEmpty)
        }
    }

    @Test func `the report's id follows from the token alone, so every run says the same`() async throws {
        try await withStorage { storage, _ in
            var order = try Sample.order(1, of: 1)
            try await storage.open(order, pdf: pdf)
            try order.apply(.submit)
            try order.apply(.print(at: Sample.instant))
            try await storage.update(order)
            // SHA-256 of "printed ffffffff-0000-4000-8000-000000000001" as an RFC 9562 version 8 UUID.
            #expect(
                try await storage.waitingEntries().map(\.id.description) == ["b2acc820-c3c7-86ab-8119-c90e4f469e2e"])
        }
    }

    @Test func `a sheet that is out stays out, whatever a second follower says`() async throws {
        try await withStorage { storage, _ in
            var order = try Sample.order(1, of: 1)
            try await storage.open(order, pdf: pdf)
            try order.apply(.submit)
            var other = order
            try order.apply(.print(at: Sample.instant))
            try other.apply(.lose)
            try await storage.update(order)
            try await storage.update(other)
            #expect(try await storage.orders(of: order.applicationID) == [order])
        }
    }

    @Test func `an order that was never opened, or is opened twice, is a damaged ledger`() async throws {
        try await withStorage { storage, _ in
            let order = try Sample.order(1, of: 1)
            await #expect(throws: StorageFault.damaged) { try await storage.update(order) }
            try await storage.open(order, pdf: pdf)
            await #expect(throws: StorageFault.damaged) { try await storage.open(order, pdf: pdf) }
            #expect(try await storage.openOrders() == [order])
        }
    }

    @Test func `copies are listed in the order in which they were asked for`() async throws {
        try await withStorage { storage, _ in
            for copy in 1...3 { try await storage.open(Sample.order(10 - copy, of: 1, copy: copy), pdf: pdf) }
            try await storage.open(Sample.order(20, of: 2), pdf: pdf)
            #expect(try await storage.orders(of: Sample.application(1)).map(\.copyNumber) == [1, 2, 3])
        }
    }
}

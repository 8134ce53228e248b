import Core
import Foundation
import GRDB
import Storage
import Testing

@Suite struct ErasureTests {
    @Test func `nothing personal ever stands in the files in the clear`() async throws {
        try await withStorage { storage, place in
            try await fill(storage, 1...5)
            let bytes = try place.bytes()
            for secret in try clearTexts(1...5) { #expect(bytes.range(of: secret) == nil) }
        }
    }

    @Test func `after the erasure neither ciphertext nor key is left in the files`() async throws {
        try await withStorage { storage, place in
            try await fill(storage, 1...20)
            let remains = try remains(place)
            #expect(remains.count >= 20 * 4)
            let before = try place.bytes()
            for trace in remains { #expect(before.range(of: trace) != nil) }

            for index in 1...20 { try await storage.settle(Sample.applied(index, of: index)) }
            try await closeOrders(storage)
            let receipts = try place.tamper { try Data.fetchAll($0, sql: "SELECT sealed FROM receipt") }
            try await storage.eraseSettled()

            let bytes = try place.bytes()
            let lookups = try place.tamper { try Int.fetchOne($0, sql: "SELECT count(*) FROM draft") }
            #expect(lookups == 0)
            for trace in remains + receipts.map(Self.trace) { #expect(bytes.range(of: trace) == nil) }
            for secret in try clearTexts(1...20) { #expect(bytes.range(of: secret) == nil) }
            #expect(try await storage.receipt(of: Sample.entryID(1)) == nil)
        }
    }

    @Test(arguments: Hold.allCases)
    func `an application stays while something of it is unsettled`(hold: Hold) async throws {
        try await withStorage { storage, place in
            let number = try Sample.number(1)
            try await storage.file(
                Sample.save(1, of: 1), draft: Sample.draft(1, pending: Sample.entryID(1)), of: number)
            switch hold {
            case .waitingEntry: break
            case .refusedEntry: try await storage.settle(Sample.refused(1))
            case .editedDraft:
                try await storage.settle(Sample.applied(1, of: 1))
                try await storage.keep(Sample.draft(1, phone: "021-60000000"), of: number)
            case .laterEntry:
                try await storage.file(Sample.withdrawal(2, of: 1), draft: nil, of: nil)
                try await storage.settle(Sample.applied(1, of: 1))
            case .openOrder:
                try await storage.settle(Sample.applied(1, of: 1))
                try await storage.open(Sample.order(1, of: 1), pdf: Data("%PDF".utf8))
            }
            try await storage.eraseSettled()
            #expect(try keys(place) == 1)
            #expect(try await (storage.draft(of: number) != nil) == (hold != .openOrder))
        }
    }

    enum Hold: CaseIterable { case waitingEntry, refusedEntry, editedDraft, laterEntry, openOrder }

    @Test func `copies are still counted after the erasure, and a late report still goes out`() async throws {
        try await withStorage { storage, place in
            var order = try Sample.order(1, of: 1)
            try await storage.open(order, pdf: Data("%PDF".utf8))
            try order.apply(.submit)
            try order.apply(.lose)
            try await storage.update(order)
            try await storage.eraseSettled()
            #expect(try keys(place) == 0)
            #expect(try await storage.pdf(of: order.token) == nil)
            #expect(try await storage.orders(of: order.applicationID) == [order])

            try order.apply(.confirmOut(at: Sample.instant))
            try await storage.update(order)
            #expect(try await storage.unsettledEntries().count == 1)
        }
    }

    @Test func `another person's rows outlive the erasure`() async throws {
        try await withStorage { storage, _ in
            try await storage.file(Sample.save(1, of: 1), draft: nil, of: nil)
            try await storage.keep(Sample.draft(2), of: Sample.number(2))
            try await storage.settle(Sample.applied(1, of: 1))
            try await storage.eraseSettled()
            #expect(try await storage.draft(of: Sample.number(2)) == Sample.draft(2))
            #expect(try await storage.auditTrail().map(\.act) == ["erased applications: 1"])
        }
    }

    private func fill(_ storage: LiveKioskStorage, _ people: ClosedRange<Int>) async throws {
        for index in people {
            try await storage.keep(Sample.draft(index), of: Sample.number(index))
            try await storage.file(
                Sample.save(index, of: index), draft: Sample.draft(index, pending: Sample.entryID(index)),
                of: Sample.number(index))
            // Larger than a page, so that overflow pages are among what must go.
            let pdf = Data("%PDF 测试员甲 ".utf8) + Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 * index) })
            try await storage.open(Sample.order(index, of: index), pdf: pdf)
        }
    }

    private func closeOrders(_ storage: LiveKioskStorage) async throws {
        for var order in try await storage.openOrders() {
            try order.apply(.cancel)
            try await storage.update(order)
        }
    }

    private func clearTexts(_ people: ClosedRange<Int>) throws -> [Data] {
        try people.map { Data(try Sample.number($0).text.utf8) }
            + ["测试员甲", "上海市示例路一百号", "13800000000", "\\u6d4b\\u8bd5"].map { Data($0.utf8) }
    }

    private func remains(_ place: Place) throws -> [Data] {
        try place.tamper { db in
            try ["SELECT sealed FROM draft", "SELECT sealed FROM outbox", "SELECT sealed FROM print_paper"]
                .flatMap { try Data.fetchAll(db, sql: $0) }.map(Self.trace)
                + Data.fetchAll(db, sql: "SELECT wrapped FROM data_key")
        }
    }

    // Long values spread over pages: their first bytes stand in one piece.
    private static func trace(_ sealed: Data) -> Data { sealed.prefix(48) }

    private func keys(_ place: Place) throws -> Int? {
        try place.tamper { try Int.fetchOne($0, sql: "SELECT count(*) FROM data_key") }
    }
}

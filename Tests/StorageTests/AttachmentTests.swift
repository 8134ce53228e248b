import Core
import Foundation
import GRDB
import Storage
import Testing

@Suite struct AttachmentTests {
    private let scan = Data("%PDF 测试员甲的扫描件".utf8) + Data(count: 30_000)

    private func digest() throws -> PaperDigest { try #require(PaperDigest(bytes: Array(repeating: 7, count: 32))) }

    @Test func `a file is there again after a restart, for its own application`() async throws {
        try await withPlace { place in
            let storage = try place.open()
            try await storage.keep(Sample.draft(1), of: Sample.number(1))
            try await storage.keep(scan, as: digest(), of: Sample.draft(1).applicationID)
            let again = try place.open()
            #expect(try await again.attachment(digest(), of: Sample.draft(1).applicationID) == scan)
            #expect(try await again.attachment(digest(), of: Sample.draft(2).applicationID) == nil)
        }
    }

    @Test func `it never stands in the files in the clear`() async throws {
        try await withStorage { storage, place in
            try await storage.keep(scan, as: digest(), of: Sample.draft(1).applicationID)
            #expect(try place.bytes().range(of: scan.prefix(24)) == nil)
        }
    }

    @Test func `it stays with the draft, and goes with it beyond recovery`() async throws {
        try await withStorage { storage, place in
            let (number, application) = (try Sample.number(1), Sample.draft(1).applicationID)
            try await storage.keep(Sample.draft(1), of: number)
            try await storage.keep(scan, as: digest(), of: application)
            try await storage.eraseSettled()
            #expect(try await storage.attachment(digest(), of: application) == scan)

            let sealed = try place.tamper { try Data.fetchOne($0, sql: "SELECT sealed FROM attachment") }
            let trace = try #require(sealed).prefix(48)
            #expect(try place.bytes().range(of: trace) != nil)
            try await storage.dropDraft(of: number)
            try await storage.eraseSettled()
            #expect(try await storage.attachment(digest(), of: application) == nil)
            #expect(try place.bytes().range(of: trace) == nil)
        }
    }
}

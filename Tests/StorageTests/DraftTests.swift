import Core
import Foundation
import Storage
import Testing

@Suite struct DraftTests {
    @Test func `a draft is there again after a restart`() async throws {
        try await withPlace { place in
            let number = try Sample.number(1)
            try await place.open().keep(Sample.draft(1), of: number)
            #expect(try await place.open().draft(of: number) == Sample.draft(1))
        }
    }

    @Test func `the newest draft of a person replaces the older one`() async throws {
        try await withStorage { storage, _ in
            let number = try Sample.number(1)
            try await storage.keep(Sample.draft(1), of: number)
            try await storage.keep(Sample.draft(2, phone: "021-60000000"), of: number)
            #expect(try await storage.draft(of: number) == Sample.draft(2, phone: "021-60000000"))
        }
    }

    @Test func `nobody sees the draft of another person or of another kind of document`() async throws {
        try await withStorage { storage, _ in
            let number = try Sample.number(1)
            try await storage.keep(Sample.draft(1), of: number)
            #expect(try await storage.draft(of: Sample.number(2)) == nil)
            #expect(try await storage.draft(of: DocumentNumber(number.text, kind: .residencePermit)) == nil)
        }
    }

    @Test func `a dropped draft is gone`() async throws {
        try await withStorage { storage, _ in
            let number = try Sample.number(1)
            try await storage.keep(Sample.draft(1), of: number)
            try await storage.dropDraft(of: number)
            #expect(try await storage.draft(of: number) == nil)
        }
    }

    @Test func `drafts that nobody came back for are dropped by age, filed ones are not`() async throws {
        try await withPlace { place in
            let storage = try place.open()
            try await storage.keep(Sample.draft(1), of: Sample.number(1))
            try await storage.keep(Sample.draft(2, pending: Sample.entryID(1)), of: Sample.number(2))
            let later = try place.open(now: Sample.instant + 3_600)
            try await later.keep(Sample.draft(3), of: Sample.number(3))
            try await storage.dropDrafts(untouchedSince: Sample.instant + 60)
            #expect(try await storage.draft(of: Sample.number(1)) == nil)
            #expect(try await storage.draft(of: Sample.number(2)) != nil)
            #expect(try await storage.draft(of: Sample.number(3)) != nil)
        }
    }
}

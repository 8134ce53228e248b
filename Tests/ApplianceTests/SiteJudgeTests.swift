import Foundation
import Testing

@testable import Appliance

/// A site file by which the store is never reached gives way to the one before it.
@Suite struct SiteJudgeTests {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    private func take(_ version: Int, in folder: SiteFolder) throws {
        let file = SiteFile(version: version, expires: Self.now + 86_400, files: ["kiosk.json": "\(version)"])
        try folder.take(file, now: Self.now) { _ in }
    }

    private func judge(_ folder: SiteFolder, reached: Bool) throws -> SiteJudge.Verdict {
        try SiteJudge(folder: folder).judge { reached }
    }

    @Test func `a file that reaches the store is kept, and not judged again`() throws {
        try withFolder { path in
            let folder = SiteFolder(path.path)
            #expect(try judge(folder, reached: true) == .nothing)
            try take(1, in: folder)
            #expect(SiteJudge(folder: folder).isOnProbation)
            #expect(try judge(folder, reached: true) == .good(1))
            #expect(!SiteJudge(folder: folder).isOnProbation)
            // The store may be away for a week.
            #expect(try judge(folder, reached: false) == .nothing)
            #expect(folder.version == 1)
        }
    }

    @Test func `a file that does not is taken back, its number remembered, a newer one taken`() throws {
        try withFolder { path in
            let folder = SiteFolder(path.path)
            try take(1, in: folder)
            _ = try judge(folder, reached: true)
            try take(2, in: folder)
            #expect(try judge(folder, reached: false) == .takenBack(2, to: 1))
            #expect(folder.version == 1)
            #expect(try String(contentsOf: folder.current.appending(path: "kiosk.json"), encoding: .utf8) == "1")
            #expect(throws: SiteRefusal.takenBack(2)) { try take(2, in: folder) }
            #expect(try judge(folder, reached: true) == .nothing)
            try take(3, in: folder)
            #expect(try judge(folder, reached: true) == .good(3))
        }
    }

    @Test func `a first file stays, and so does one after a file that never reached the store either`() throws {
        try withFolder { path in
            let folder = SiteFolder(path.path)
            try take(1, in: folder)
            #expect(try judge(folder, reached: false) == .undecided)
            try take(2, in: folder)
            #expect(try judge(folder, reached: false) == .undecided)
            #expect(folder.version == 2)
        }
    }

    @Test func `a power cut between memory and deed is made good at the next start`() throws {
        try withFolder { path in
            let folder = SiteFolder(path.path)
            try take(1, in: folder)
            _ = try judge(folder, reached: true)
            try take(2, in: folder)
            try folder.keep(SiteStanding(proved: 1, failed: [2]))
            #expect(folder.version == 2)
            #expect(try judge(folder, reached: false) == .takenBack(2, to: 1))
            #expect(folder.standing.failed == [2])
        }
    }
}

import Foundation
import Testing

/// docs/coverage.md names nothing that is not there.
struct CoverageDocumentTests {
    private struct Row {
        let sentence: String
        let screens: [String]
        let tests: [String]
        let missing: String
    }

    private static let rows = Result {
        let lines = try Repository.text("docs/coverage.md").split(separator: "\n")
        return lines.compactMap { line -> Row? in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, !cells[0].hasPrefix("---"), !["the manual", "what"].contains(cells[0]) else {
                return nil
            }
            return Row(
                sentence: cells[0], screens: quoted(in: cells[1]), tests: quoted(in: cells[2]), missing: cells[3])
        }
    }

    private static func quoted(in text: String) -> [String] { text.matches(of: /`([^`]+)`/).map { String($0.1) } }

    @Test func `every screen that is named is one of the program's`() throws {
        let known = Set(
            try Repository.files(of: .sources).filter { $0.target == "Screens" }
                .flatMap(\.lines).flatMap { $0.matches(of: /"(screen\.[a-zA-Z]+)"/).map { String($0.1) } })
        #expect(known.count > 30)
        for row in try Self.rows.get() {
            for screen in row.screens { #expect(known.contains(screen), "\(row.sentence): \(screen)") }
        }
    }

    @Test func `every test that is named is one that runs`() throws {
        let known = Set(
            try Repository.files(of: .tests).flatMap(\.lines)
                .flatMap { $0.matches(of: /func `([^`]+)`/).map { String($0.1) } })
        #expect(known.count > 500)
        for row in try Self.rows.get() {
            for test in row.tests + Self.quoted(in: row.missing) {
                #expect(known.contains(test), "\(row.sentence): \(test)")
            }
        }
    }

    @Test func `what is done names its screen and its test, and anything else says what is missing`() throws {
        let rows = try Self.rows.get()
        #expect(rows.count > 50)
        for row in rows {
            let isDone = !row.screens.isEmpty && !row.tests.isEmpty
            #expect(isDone || !row.missing.isEmpty, "\(row.sentence)")
            #expect(row.screens.isEmpty == row.tests.isEmpty, "\(row.sentence)")
        }
    }
}

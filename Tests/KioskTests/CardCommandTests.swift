import ArgumentParser
import CardReader
import Foundation
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct CardCommandTests {
    @Test func `text and JSON say the same of each reader`() throws {
        let json = """
            [{"atr": "3B 80", "kind": "identity", "reader": "Reader A", "role": "identity"},
             {"fault": "noCard", "kind": "none", "reader": "Reader B", "role": "enterprise"}]
            """
        let reports = try JSONDecoder().decode([CardReport].self, from: Data(json.utf8))
        #expect(CardCommand.text(reports) == "Reader A (identity)\n  ATR 3B 80\nReader B (enterprise)\n  noCard")
        let written = CardCommand.json(reports)
        #expect(try JSONDecoder().decode([CardReport].self, from: Data(written.utf8)) == reports)
        #expect(CardCommand.json([]).filter { !$0.isWhitespace } == "[]")
    }

    @Test func `nothing is revealed unless asked for`() throws {
        #expect(try CardCommand.parse([]).reveal == false)
        #expect(try CardCommand.parse(["--reveal", "--json"]).reveal)
    }
}

import Foundation
import Logging
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct FileLogTests {
    @Test func `a line for each event, with its details in order, in a file for us alone`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "kiosk.log")
            var logger = try FileLog.logger(at: file.path)
            logger[metadataKey: "kiosk"] = "kiosk-001"
            logger.notice("the store\nis back", metadata: ["after": "3"])
            logger.debug("not of interest")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 1)
            #expect(lines.first?.hasSuffix(" notice the store is back after=3 kiosk=kiosk-001") == true)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func `a later run appends`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "kiosk.log")
            for _ in 0..<2 { try FileLog.logger(at: file.path).info("begun") }
            #expect(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count == 2)
        }
    }

    @Test func `where nothing can be written, that is said`() {
        #expect(throws: SettingsProblem.self) { try FileLog.logger(at: "/nowhere/kiosk.log") }
    }

    /// Swift Testing runs in this process: what is printed to the terminal would come from a handler of another kind.
    @Test func `without a file there is no log, and none on the terminal`() throws {
        #expect(try FileLog.logger(at: nil).handler is FileLog)
    }
}

import Foundation
import Testing

@testable import Appliance

@Suite struct SupportReportTests {
    @Test func `the site's key opens what was sealed for it, another does not`() throws {
        try withFolder { folder in
            let (site, other) = (try SiteKeys(in: folder), try SiteKeys(in: folder, named: "other"))
            var report = SupportReport()
            report.add("machine", "version 1.4.0")
            let sealed = try #require(SealedFile.seal(report.text, for: site.certificate))
            #expect(sealed.range(of: Data("1.4.0".utf8)) == nil)
            let file = folder.appending(path: "support.p7m").path
            try sealed.write(to: URL(filePath: file))
            #expect(SealedFile.open(file, certificate: site.certificate, key: site.key) == report.text)
            #expect(SealedFile.open(file, certificate: other.certificate, key: other.key) == nil)
        }
    }

    @Test func `without a certificate nothing is sealed`() throws {
        #expect(SealedFile.seal(Data("x".utf8), for: "/nowhere.pem") == nil)
    }

    @Test func `a line with a person's number does not go along, the others do`() throws {
        var report = SupportReport()
        report.add("log", "started\nfor 310101199001010012\nto 13800005678\nended")
        let text = String(decoding: report.text, as: UTF8.self)
        #expect(!text.contains("310101199001010012") && !text.contains("13800005678"))
        #expect(text.contains("started") && text.contains("ended") && text.contains("withheld"))
    }

    @Test func `of a long file its end goes along, and a missing file or program is told`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "kiosk.log").path
            try Data((String(repeating: "old line\n", count: 2_000) + "newest line\n").utf8).write(
                to: URL(filePath: file))
            var report = SupportReport()
            report.add(file: file, bytes: 1_000)
            report.add(file: "/nowhere.log")
            report.add(file: "/proc/uptime")
            report.add(program: "/nowhere", ["-x"])
            report.add(program: "/bin/echo", ["here"])
            let text = String(decoding: report.text, as: UTF8.self)
            #expect(text.contains("newest line") && text.utf8.count < 3_000)
            #expect(text.contains(#/==> /proc/uptime <==\n\d+\.\d+/#))
            #expect(text.contains("(not there)") && text.contains("(does not run)") && text.contains("\nhere\n"))
        }
    }
}

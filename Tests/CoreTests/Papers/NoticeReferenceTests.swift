import Testing

@testable import Core

struct NoticeReferenceTests {
    @Test(arguments: [
        "https://zjw.sh.example/verify?n=2026-1234&c=7K4Q92AB", "HTTPS://ZJW.SH.EXAMPLE/VERIFY?N=2026-1234&C=7K4Q92AB",
        "x?c=7k4q92ab&n=2026-1234", "?n=2026-001234&c=7K4Q92AB",
    ])
    func `a notice's code is read, however a scanner types it`(_ text: String) throws {
        let number = try #require(NoticeNumber(year: 2026, serial: 1234))
        #expect(NoticeReference(scanned: text) == NoticeReference(number: number, checkCode: "7K4Q92AB"))
    }

    @Test(arguments: [
        "", "2026-1234", "https://example.org/?n=2026-1234", "?n=2026&c=7K4Q92AB", "?n=2026-0&c=7K4Q92AB",
        "?n=2026-1234&c=", "?n=2026-1234&c=7K", "?n=2026-1234&c=7K4Q 92AB", "?n=1-2-3&c=7K4Q92AB",
        "?c=7K4Q92AB&n=九",
    ])
    func `anything else is none`(_ text: String) {
        #expect(NoticeReference(scanned: text) == nil)
    }
}

import Core
import Foundation
import TerminalEmulator
import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    struct PrivacyTests {
        @Test func `after the visits nothing on this machine's side names the person`() async throws {
            try await withVisit { visit in
                try await visit.goToTheEnd()
                visit.expectNobody()
                #expect(visit.kiosk.screen.scrollback.isEmpty)
                try expectNothing(in: visit.hall)
                await visit.kiosk.close()
                try expectNothing(in: visit.hall)
            }
        }

        @Test func `a draft that waits for its person names nobody on the disk`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .form, showing: "[✓]")
                await visit.take(.identity)
                try await visit.wait(for: "没填完的申请表已保存")
                visit.expectNobody()
                try expectNothing(in: visit.hall)
                visit.kiosk.kill()
                try await visit.wait("for the next start") { visit.kiosk.starts == 2 }
                try expectNothing(in: visit.hall)
            }
        }

        /// A sample of what script/test-privacy does in full.
        @Test func `nothing of six visits is in the memory or on the disk, by a search that sees a present one`()
            async throws
        {
            try await withOutput { folder in
                let verdict = try await PrivacyRun.with(folder: folder) { run in
                    try await run.proveSight(of: 99)
                    let kinds: [PrivacySession] = [
                        .fullWalk, .leavesForm, .wrongPIN, .unknownEnterprise, .bringsPhoto, .wrongCode,
                    ]
                    for (number, kind) in kinds.enumerated() { try await run.visit(number, kind) }
                    return try await run.verdict()
                }
                #expect(verdict.memory.findings.map(\.line) == [])
                #expect(verdict.disk.findings.map(\.line) == [])
                #expect(verdict.memory.bytes > 1 << 20 && verdict.disk.bytes > 1 << 16)
            }
        }

        @Test func `what one person typed and picked in pinyin is not offered to the next`() async throws {
            try await withVisit { visit in
                let offered = try await visit.candidates(for: "CE")
                let rarest = try #require(offered.last)
                #expect(offered.count > 2)
                for _ in 0..<3 {
                    try await visit.touch(rarest, until: rarest + "▏")
                    try await visit.touch("清空", until: "拼音首字母")
                    try await visit.type("CE")
                    try await visit.wait(for: rarest)
                }
                await visit.take(.identity)
                try await visit.wait(for: "已安全退出")
                #expect(try await visit.candidates(for: "CE") == offered)
            }
        }

        @Test func `a forgotten card rings until it is taken`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .applications)
                let before = visit.kiosk.screen.bells
                try await visit.touch("退出并取卡", until: "请取回您的卡！")
                visit.expectNobody()
                try await visit.wait("for the second sound") { visit.kiosk.screen.bells >= before + 2 }
                #expect(visit.shows("请取回您的卡！"))
                await visit.take(.identity)
                try await visit.wait(for: "二级注册建筑师自助服务")
                #expect(visit.kiosk.screen.scrollback.isEmpty)
            }
        }

        /// The kiosk's database and log, the store's log, and what cupsd has written and kept; jobs go by their tokens.
        private func expectNothing(in hall: Hall) throws {
            let files = try FileManager.default.contentsOfDirectory(atPath: hall.directory.path)
            #expect(files.contains("kiosk.sqlite") && files.contains("kiosk.log") && files.contains("central.log"))
            let found = Secrets.found(inFilesOf: hall.directory.path) {
                $0.hasPrefix("kiosk") || $0.hasPrefix("device") || $0.hasPrefix("central") && $0.hasSuffix(".log")
            }
            #expect(found.isEmpty)
            let spool = Secrets.found(inFilesOf: hall.directory.path) { $0.hasPrefix("sms/") }
            #expect(!spool.isEmpty, "the search would have found a phone number")
            let cups = URL(fileURLWithPath: hall.printRoom.cups.socket).deletingLastPathComponent().path
            #expect(FileManager.default.fileExists(atPath: "\(cups)/log/error"))
            #expect(Secrets.found(inFilesOf: cups) { _ in true }.isEmpty)
            for sheet in hall.printRoom.printer.sheets { #expect(Secrets.found(in: Data(sheet.token.utf8)).isEmpty) }
        }
    }
}

extension Visit {
    /// What the keyboard offers for these letters on the page of the enterprise's name.
    fileprivate func candidates(for letters: String) async throws -> [String] {
        try await go(to: .form)
        try await touch("点这里填写企业全称", until: "请输入注册企业全称")
        try await type(letters)
        try await wait("for candidates") { !offered.isEmpty }
        return offered
    }

    /// The row of boxes over the first row of keys.
    private var offered: [String] {
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        guard let keys = rows.firstIndex(where: { $0.contains("│  Q  │") }), keys >= 3 else { return [] }
        let boxes = rows[keys - 3].split(separator: "│").map { $0.trimmingCharacters(in: .whitespaces) }
        return boxes.filter { !$0.isEmpty && $0.allSatisfy(\.isLetter) }
    }
}

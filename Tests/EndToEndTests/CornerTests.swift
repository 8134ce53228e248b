import Core
import Foundation
import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    /// Staff cards on the real parts.
    struct CornerTests {
        @Test func `staff find by an ID card and print the next copy, which is counted at printer and store`()
            async throws
        {
            try await withVisit { visit in
                try await visit.goToTheEnd()
                #expect(visit.hall.printRoom.printer.sheets.count == 1)
                await visit.hall.cards.place(StaffRole.hallStaff)
                try await visit.wait(for: "大厅工作人员 HS-1001", "今天在本机受理 1 件", "打印机正常")
                try await visit.touch("按身份证查找", until: "按身份证查找申请")
                await visit.hall.cards.place(ReaderRole.identity)
                try await visit.wait(for: "打印受理通知书（第 2 次）", "第 1 次打印")
                visit.expectNobody()
                try await visit.touch("污损", until: "(●) 污损")
                try await visit.touch("打印", until: "打印完成", "第 2 次打印")
                await visit.take(.enterprise)
                try await visit.wait(for: "卡已取走，已安全退出")
                let sheets = visit.hall.printRoom.printer.sheets
                #expect(sheets.count == 2)
                try await expectSecondCopy(of: visit, sheets.last?.token)
            }
        }

        /// The paper says so, the store counts it, and its audit names staff and reason.
        private func expectSecondCopy(of visit: Visit, _ token: String?) async throws {
            let hall = visit.hall
            let folder = URL(fileURLWithPath: try hall.directory.directory("papers"))
            let pdf = folder.appendingPathComponent("copy.pdf")
            try #require(token.flatMap { hall.printRoom.printer.paper(for: $0) }).write(to: pdf)
            let text = try Programs.run(executable: URL(fileURLWithPath: "/usr/bin/pdftotext"), [pdf.path, "-"])
            #expect(text.output.contains("第2次打印"))
            try await visit.wait("for the report of the second sheet") {
                try await hall.store.applications(papers: folder).map(\.printedCopies) == [[1, 2]]
            }
            let acts = try hall.audit()
            #expect(acts.contains { $0.contains("staff session opened hall-staff HS-1001") })
            #expect(acts.contains { $0.contains("staff HS-1001 searched by ID number: 1 found") })
            #expect(acts.contains { $0.contains("staff HS-1001 ordered copy 2 of") && $0.hasSuffix("damaged") })
            #expect(acts.contains { $0.contains("staff HS-1001 copy 2 of") && $0.hasSuffix("is out: damaged") })
        }

        @Test func `a technician gets in while the store is cut off, and the tests say what is wrong`() async throws {
            try await withVisit { visit in
                visit.hall.network.cut()
                await visit.hall.cards.place(StaffRole.technician)
                try await visit.wait(for: "技术维护", "S-201")
                try await visit.touch("自检", until: "逐项自检")
                try await visit.touch("全部检查", until: "身份证读卡器")
                try await visit.touch("▼")
                try await visit.wait(for: "S-201", "本机存储 ✓ 正常")
                try await visit.touch("返回", until: "技术维护")
                try await visit.touch("日志", until: "日志的最后几行")
                #expect(Secrets.found(in: Data(visit.screen.utf8)).isEmpty)
                #expect(!visit.shows("withheld"))
                await visit.take(.enterprise)
                try await visit.wait(for: "卡已取走，已安全退出")
            }
        }

        @Test func `a staff card in somebody's visit is refused with a word, and the visit goes on`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .form)
                await visit.hall.cards.place(StaffRole.technician)
                try await visit.wait(for: "有人正在办理，工作卡现在不能使用", "保存")
                await visit.take(.enterprise)
                try await visit.goToTheEnd()
                try await visit.expectOneApplicationAndOneSheet()
            }
        }
    }
}

extension Hall {
    /// What the store's audit says, oldest first.
    fileprivate nonisolated func audit() throws -> [String] {
        let query = """
            import sqlite3, sys
            for (act,) in sqlite3.connect(sys.argv[1]).execute("SELECT act FROM audit ORDER BY position"): print(act)
            """
        let answer = try Programs.run(
            executable: EndToEndTests.Programs.witness, ["-c", query, "\(store.folder)/central.sqlite"])
        return answer.output.split(whereSeparator: \.isNewline).map(String.init)
    }
}

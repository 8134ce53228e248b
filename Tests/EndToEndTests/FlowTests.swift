import Foundation
import Testing

extension WholeHall {
    /// The other flows on the real parts, each by its scripted walk.
    struct FlowTests {
        private struct Summary: Decodable {
            let noticeNumber: String?
            let state: String?
            let applications: Int
            let sheets: Int
            let seconds: [String: Double]
        }

        @Test func `a form that the employer has sent back is changed, signed again and accepted`() throws {
            try walk("return") { folder, summary in
                #expect(summary.state == "accepted")
                #expect(summary.seconds["formReturn"] != nil)
                let form = try text(of: "form", in: folder)
                #expect(form.contains("02164681111"))
            }
        }

        @Test func `a cancellation is done when it is sealed, and has its notice`() throws {
            try walk("cancellation") { folder, summary in
                #expect(summary.state == "cancelled")
                #expect(summary.sheets == 1)
                let notice = try text(of: "notice", in: folder)
                #expect(notice.contains("二级注册建筑师注销注册"))
                let number = try #require(summary.noticeNumber)
                #expect(notice.contains(number))
            }
        }

        @Test(arguments: [("collect", "沪建二注20260003"), ("exchange", "沪建二注20250004")])
        func `a certificate is collected, and printed as the office has signed it`(
            _ flow: String, _ number: String
        ) throws {
            try walk(flow, applications: 0) { folder, summary in
                #expect(summary.sheets == 1)
                let certificate = try text(of: "notice", in: folder)
                #expect(certificate.contains("二级注册建筑师注册证书") && certificate.contains(number))
                let pdf = folder.appendingPathComponent("notice.pdf").path
                let signatures = try Programs.run(executable: URL(fileURLWithPath: "/usr/bin/pdfsig"), [pdf]).output
                #expect(signatures.contains("Signature is Valid"))
                #expect(signatures.contains("Total document signed"))
            }
        }

        @Test func `a certificate is taken along on a stick and on a phone, as it was printed`() throws {
            try walk("collect", applications: 0) { folder, summary in
                #expect(summary.seconds["takeAlong"] != nil && summary.seconds["takeByPhone"] != nil)
            }
        }

        /// Also with the store killed in the moment of the rename: the walk counts the messages itself.
        @Test(arguments: [[], ["--kill", "store@rename"]])
        func `an enterprise brings its new name onto the certificates, and each holder is told once`(
            _ fault: [String]
        ) throws {
            try walk("rename", applications: 0, fault) { folder, summary in
                #expect(summary.sheets == 2)
                let list = try text(of: "sheet-1", in: folder)
                #expect(list.contains("企业名称变更清单") && list.contains("沪建二注20250005"))
                #expect(list.contains("上海旧名示例建筑设计有限公司") && !list.contains("测试员丑"))
                let certificate = try text(of: "sheet-2", in: folder)
                #expect(certificate.contains("上海示例建筑设计有限公司") && certificate.contains("沪建二注20250005"))
            }
        }

        @Test func `while the store is away a receipt is printed, and when it is back the notice`() throws {
            try walk("receipt") { folder, summary in
                #expect(summary.state == "accepted" && summary.sheets == 2)
                #expect(try text(of: "sheet-1", in: folder).contains("收件凭证"))
                let number = try #require(summary.noticeNumber)
                #expect(try text(of: "sheet-2", in: folder).contains(number))
            }
        }

        @Test func `staff print the day's notices in one go, and a copy of the sheet that a scanner has read`() throws {
            try walk("staff") { folder, summary in
                #expect(summary.sheets == 2)
                #expect(summary.seconds["staffBatch"] != nil && summary.seconds["staffHandOver"] != nil)
                let notice = try text(of: "notice", in: folder)
                #expect(notice.contains("第2次打印"))
            }
        }

        @Test func `a qualification from elsewhere is taken with its scan, and an overdue one with hours and proof`()
            throws
        {
            try walk("elsewhere") { folder, summary in
                #expect(summary.state == "accepted" && summary.sheets == 1)
                #expect(summary.seconds["stick"] != nil && summary.seconds["photoReview"] != nil)
                let form = try text(of: "form", in: folder)
                #expect(form.contains("江苏") && form.contains("JSEJ"))
            }
            try walk("overdue") { folder, summary in
                #expect(summary.state == "accepted")
                let (form, notice) = (try text(of: "form", in: folder), try text(of: "notice", in: folder))
                #expect(form.contains("64") && notice.contains("继续教育证明"))
            }
        }

        @Test func `what a reviewer asks for on the web is mended at the kiosk, sealed again and accepted`() throws {
            try walk("correction") { folder, summary in
                #expect(summary.state == "accepted")
                #expect(summary.sheets == 3)
                for (sheet, copy) in [("sheet-1", "第1次打印"), ("sheet-2", "第2次打印")] {
                    let notice = try text(of: sheet, in: folder)
                    #expect(notice.contains("补正告知书") && notice.contains("企业联系电话有误") && notice.contains(copy))
                }
                let form = try text(of: "form", in: folder)
                #expect(form.contains("02164682222"))
            }
        }

        @Test func `what a reviewer does not accept stands at the kiosk with its reason, and is printed by both`()
            throws
        {
            try walk("decline") { folder, summary in
                #expect(summary.state == "notAccepted")
                #expect(summary.sheets == 2)
                for (sheet, copy) in [("sheet-1", "第1次打印"), ("sheet-2", "第2次打印")] {
                    let notice = try text(of: sheet, in: folder)
                    #expect(notice.contains("不予受理通知书") && notice.contains(copy))
                }
            }
        }

        @Test func `files come from the scanner: two pages in one file, a photo from the glass, a jam mended`() throws {
            try walk("scan") { folder, summary in
                #expect(summary.state == "accepted" && summary.sheets == 1)
                #expect(summary.seconds["scan"] != nil && summary.seconds["stick"] == nil)
                let form = try text(of: "form", in: folder)
                #expect(form.contains("2 页") || form.contains("2页"), "\(form)")
            }
        }

        @Test func `an unknown flow is told which there are`() throws {
            let ended = try Programs.run("virtual-devices", ["demo", "--scripted", "marriage"])
            #expect(ended.status != 0)
            #expect(
                ended.output.contains(
                    "flows: initial, return, withdraw, cancellation, renewal, staff, elsewhere, overdue, scan, "
                        + "correction, decline, collect, exchange, rename, receipt, all"))
        }

        private func walk(
            _ flow: String, applications: Int = 1, _ more: [String] = [], _ check: (URL, Summary) throws -> Void
        ) throws {
            try withOutput { folder in
                let walk = try Programs.run(
                    "virtual-devices", ["demo", "--scripted", flow, "--output", folder.path] + more)
                try #require(walk.status == 0, "\(walk.output)")
                let own = folder.appendingPathComponent(flow)
                let data = try Data(contentsOf: own.appendingPathComponent("summary.json"))
                let summary = try JSONDecoder().decode(Summary.self, from: data)
                #expect(summary.applications == applications)
                try check(own, summary)
            }
        }

        private func text(of paper: String, in folder: URL) throws -> String {
            let pdf = folder.appendingPathComponent("\(paper).pdf").path
            return try Programs.run(executable: URL(fileURLWithPath: "/usr/bin/pdftotext"), [pdf, "-"]).output
        }
    }
}

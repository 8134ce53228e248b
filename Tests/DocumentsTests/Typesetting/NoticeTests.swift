import Core
import Documents
import Foundation
import Testing

@Suite struct NoticeTests {
    @Test func `the notice says everything that the store gave`() async throws {
        let notice = try Sample.notice()
        let text = try text(of: await Press.notice())
        try expectGolden(text, "notice")
        let facts =
            [
                "行政审批受理通知书", "编号：\(notice.number)", notice.applicantName, notice.maskedIDNumber, notice.enterprise.name,
                notice.enterprise.code.text, notice.kind.matter, notice.filedOn.chinese, notice.acceptedOn.chinese,
                "20个工作日", notice.dueOn.chinese, notice.office.name, notice.office.window, notice.office.enquiryPhone,
                notice.office.complaintPhone, notice.checkCode, "第1次打印", "K-001",
            ] + notice.materials
        for fact in facts { #expect(text.condensed.contains(fact.condensed), "\(fact) is missing") }
    }

    @Test func `the notice is one A4 sheet that any PDF program accepts`() async throws {
        try withFiles([await Press.notice(materials: (1...12).map { "示例材料\($0)" })]) { paths in
            let facts = try Command("/usr/bin/pdfinfo", paths).output
            #expect(facts.contains("Pages:           1"))
            #expect(facts.contains("(A4)"))
            #expect(try Command("/usr/bin/qpdf", ["--check"] + paths).status == 0)
        }
    }

    @Test func `more materials than a sheet holds are refused, not cut`() async throws {
        await #expect(throws: TypesettingFault.tooLong(field: "收到的材料")) {
            try await Press.notice(materials: (1...40).map { "示例材料\($0)" })
        }
    }

    static let offices: [(name: String, lines: [Int])] = [
        ("上海市示例政务服务中心", [11]), ("上海市示例住房和城乡建设委员会", [15]), ("上海市示例新区住房和城乡建设与城市管理行政审批局", [24]),
        ("上海市示例新区住房和城乡建设与城市管理委员会行政审批服务处", [15, 14]),
        ("上海市示例新区城乡建设与管理（示例片区）行政审批服务中心窗口", [16, 14]),
    ]

    @Test(arguments: offices)
    func `the office's name stands on one line over its seal, or on even ones`(_ name: String, _ lines: [Int])
        async throws
    {
        let sheet = try text(of: await Press.notice(office: name)).split(separator: "\n")
        let code = try #require(sheet.firstIndex { $0.hasPrefix("校验码") })
        let note = try #require(sheet.firstIndex(of: "（行政审批专用章）"))
        #expect(sheet[code...note].dropFirst().dropLast(2).map(\.count) == lines)
    }

    @Test func `a copy differs from the first print only by saying so`() async throws {
        #expect(try await Press.notice() == Press.notice())
        let first = try text(of: await Press.notice())
        let second = try text(of: await Press.notice(copy: 2))
        #expect(second == first.replacing("第1次打印", with: "第2次打印（补打）"))
    }

    @Test func `what stands in the file beside the sheet names nobody`() async throws {
        try withFiles([await Press.notice()]) { paths in
            let facts = try Command("/usr/bin/pdfinfo", paths).output
            #expect(facts.contains("Title:           行政审批受理通知书"))
            #expect(!facts.contains("测试员甲"))
        }
    }
}

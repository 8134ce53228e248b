import Core
import Foundation
import Testing

@testable import Central

struct ImportTests {
    private static let enterprises = "统一社会信用代码,企业名称,联系电话\n"
    private static let qualifications = "证件类型,证件号码,姓名,资格证书编号,签发日期,照片文件\n"
    private static let registrations = "证件类型,证件号码,注册证书编号,统一社会信用代码,签发日期,有效期至\n"

    private func take(
        _ text: String, _ kind: ImportKind, _ store: TestStore, isDryRun: Bool = false
    ) async throws -> ImportReport {
        try Samples.photo.write(to: store.folder.appending(path: "photo.jpg"))
        try Data("no photo".utf8).write(to: store.folder.appending(path: "text.jpg"))
        try Data(count: 20_000).write(to: store.folder.appending(path: "zeros.jpg"))
        let importer = Importer(database: store.registry.database, world: store.registry.world)
        return try await importer.take(Data(text.utf8), as: kind, folder: store.folder, isDryRun: isDryRun)
    }

    /// A number that nobody of the seed has.
    private static let number = "11010519491231002X"
    private static let newCode = "12100000400010275N"

    @Test func `enterprises come in once, change, and stay`() async throws {
        try await withStore { store in
            let known = Samples.seed.enterprises[0]
            let text =
                Self.enterprises
                + "\(Self.newCode),上海新来建筑设计有限公司,021-60000001\n\(known.code),上海改名建筑设计有限公司,\(known.phone)\n"
            let first = try await take(text, .enterprises, store)
            #expect((first.added, first.changed, first.unchanged) == (1, 1, 0))
            #expect(first.refused.isEmpty)
            let again = try await take(text, .enterprises, store)
            #expect((again.added, again.changed, again.unchanged) == (0, 0, 2))
            let found = try await store.registry.verifyEnterprise(named: "上海改名建筑设计有限公司")
            #expect(found.code == known.code)
            let acts = try await store.acts()
            #expect(acts.contains("import of enterprises: 1 added, 1 changed, 0 unchanged"))
        }
    }

    @Test func `a dry run says the same and writes nothing, not even in the audit`() async throws {
        try await withStore { store in
            let text = Self.enterprises + "\(Self.newCode),上海新来建筑设计有限公司,021-60000001\nX,,\n"
            let before = try await store.acts()
            let dry = try await take(text, .enterprises, store, isDryRun: true)
            #expect(dry.isDryRun && dry.added == 1)
            #expect(try await store.acts() == before)
            let code = try CreditCode(Self.newCode)
            #expect(try await store.registry.database.read { try $0.enterprise(code) } == nil)
            let wet = try await take(text, .enterprises, store)
            #expect((wet.added, wet.refused) == (dry.added, dry.refused))
        }
    }

    @Test func `a qualification from a file opens the form of its holder`() async throws {
        try await withStore { store in
            let text = Self.qualifications + "居民身份证,\(Self.number),测试员某,沪建二资20250099,2025-03-01,photo.jpg\n"
            #expect(try await take(text, .qualifications, store).added == 1)
            #expect(try await take(text, .qualifications, store).unchanged == 1)
            let changed = text.replacing("20250099", with: "20250098")
            #expect(try await take(changed, .qualifications, store).changed == 1)
            let number = try DocumentNumber(Self.number, kind: .residentCard)
            let identity = IdentityRecord(
                number: number, name: "测试员某", sex: .female, birth: try Samples.day(1949, 12, 31),
                validFrom: try Samples.day(2020, 1, 1), validity: .unlimited)
            let record = try await store.registry.database.read { try $0.qualification(of: identity) }
            #expect(record?.certificate.number == "沪建二资20250098")
            #expect(record?.photo == Samples.photo)
        }
    }

    @Test(arguments: [ImportKind.registrations, .paperCertificates])
    func `a certificate comes in, may be changed by a file, and once it has lived on may not`(
        _ kind: ImportKind
    ) async throws {
        try await withStore { store in
            let code = Samples.enterprise().code
            let text = Self.registrations + "居民身份证,\(Self.number),沪建二注20250099,\(code),2025-03-07,2027-03-07\n"
            #expect(try await take(text, kind, store).added == 1)
            #expect(try await take(text, kind, store).unchanged == 1)
            let other = text.replacing("2025-03-07", with: "2025-04-07").replacing("2027-03-07", with: "2027-04-07")
            #expect(try await take(other, kind, store).changed == 1)
            let number = try DocumentNumber(Self.number, kind: .residentCard)
            let certificate = try #require(try await store.registry.database.read { try $0.certificate(of: number) })
            #expect(certificate.state == (kind == .registrations ? .collected : .paper))
            #expect(certificate.validThrough == (try Samples.day(2027, 4, 7)))
            try await store.registry.database.write { session in
                var certificate = certificate
                try certificate.apply(.renew(photo: nil), by: .store, at: Date())
                try session.keepCertificate(certificate)
            }
            let late = try await take(text, kind, store)
            #expect(late.refused.map(\.reason) == ["这份证书已在本系统办理过业务，不能再由文件更改。"])
            let alive = try await store.registry.database.read { try $0.certificate(of: number) }
            #expect(alive?.validThrough == (try Samples.day(2029, 4, 7)))
        }
    }

    struct BadLine: CustomTestStringConvertible, Sendable {
        let kind: ImportKind
        let line: String
        let field: String?
        let reason: String
        var testDescription: String { "\(kind.rawValue): \(reason)" }
    }

    private static let code = Samples.enterprise().code.text
    private static let holder = "居民身份证,\(number)"

    static let badLines = [
        BadLine(kind: .enterprises, line: "\(newCode),名称", field: nil, reason: "应有 3 栏，现有 2 栏。"),
        BadLine(kind: .enterprises, line: "12100000400010275X,名称,021-60000001", field: "统一社会信用代码", reason: "校验位不对"),
        BadLine(kind: .enterprises, line: "123,名称,021-60000001", field: "统一社会信用代码", reason: "应为 18 位"),
        BadLine(kind: .enterprises, line: "\(newCode), ,021-60000001", field: "企业名称", reason: "没有填写。"),
        BadLine(kind: .enterprises, line: "\(newCode),\"名\n称\",021-60000001", field: "企业名称", reason: "控制字符"),
        BadLine(
            kind: .enterprises, line: "\(newCode),\(String(repeating: "长", count: 101)),021-60000001", field: "企业名称",
            reason: "超过 100 个字。"),
        BadLine(kind: .enterprises, line: "\(newCode),名称,12", field: "联系电话", reason: "位数不对"),
        BadLine(kind: .enterprises, line: "\(newCode),名称,电话", field: "联系电话", reason: "只能是数字"),
        BadLine(
            kind: .enterprises, line: "\(newCode),\(Samples.enterprise().name),021-60000001", field: "企业名称",
            reason: "另一家企业已使用这个名称"),
        BadLine(
            kind: .qualifications, line: "护照,\(number),某,1,2025-03-01,photo.jpg", field: "证件类型", reason: "应为以下之一"),
        BadLine(
            kind: .qualifications, line: "居民身份证,110105194912310021,某,1,2025-03-01,photo.jpg", field: "证件号码",
            reason: "校验位不对"),
        BadLine(kind: .qualifications, line: "\(holder),某,1,2027-03-01,photo.jpg", field: "签发日期", reason: "晚于今天。"),
        BadLine(kind: .qualifications, line: "\(holder),某,1,2025-02-30,photo.jpg", field: "签发日期", reason: "不是日期"),
        BadLine(kind: .qualifications, line: "\(holder),某,1,2025/03/01,photo.jpg", field: "签发日期", reason: "不是日期"),
        BadLine(kind: .qualifications, line: "\(holder),,1,2025-03-01,photo.jpg", field: "姓名", reason: "没有填写。"),
        BadLine(kind: .qualifications, line: "\(holder),某,1,2025-03-01,none.jpg", field: "照片文件", reason: "找不到"),
        BadLine(kind: .qualifications, line: "\(holder),某,1,2025-03-01,../photo.jpg", field: "照片文件", reason: "不能含有"),
        BadLine(kind: .qualifications, line: "\(holder),某,1,2025-03-01,text.jpg", field: "照片文件", reason: "字节，现为 8 字节"),
        BadLine(
            kind: .qualifications, line: "\(holder),某,1,2025-03-01,zeros.jpg", field: "照片文件", reason: "不是能读取的 JPEG"),
        BadLine(
            kind: .registrations, line: "\(holder),沪1,\(newCode),2025-03-07,2027-03-07", field: "统一社会信用代码",
            reason: "登记中没有这家企业"),
        BadLine(
            kind: .registrations, line: "\(holder),沪1,\(code),2025-03-07,2027-03-08", field: "有效期至",
            reason: "应为签发日期后 2 年，即 2027-03-07。"),
        BadLine(
            kind: .registrations, line: "\(holder),沪1,\(code),2026-12-07,2028-12-07", field: "签发日期", reason: "晚于今天。"),
        BadLine(
            kind: .registrations, line: "\(holder),沪建二注2026-000001,\(code),2025-03-07,2027-03-07", field: "注册证书编号",
            reason: "本系统自己的编号"),
        BadLine(
            kind: .registrations, line: "\(holder),沪建二注20240001,\(code),2025-03-07,2027-03-07", field: "注册证书编号",
            reason: "另一人的注册证书"),
        BadLine(
            kind: .paperCertificates,
            line: "居民身份证,\(Samples.seed.people[8].number),沪9,\(code),2025-03-07,2027-03-07", field: "证件号码",
            reason: "已有一份有效的注册证书"),
    ]

    @Test(arguments: badLines)
    func `a bad line is refused with line, field and reason, and the good one beside it goes in`(_ bad: BadLine)
        async throws
    {
        try await withStore { store in
            let good =
                switch bad.kind {
                case .enterprises: Self.enterprises + "91350100M000100Y43,上海好行建筑设计有限公司,021-60000002\n"
                case .qualifications: Self.qualifications + "居民身份证,440524188001010014,测试员好,好1,2025-03-01,photo.jpg\n"
                case .registrations, .paperCertificates:
                    Self.registrations + "居民身份证,440524188001010014,好1,\(Self.code),2025-03-07,2027-03-07\n"
                }
            let report = try await take(good + bad.line + "\n", bad.kind, store)
            #expect(report.added == 1)
            #expect(report.changed == 0)
            let refusal = try #require(report.refused.first, "nothing was refused")
            #expect(report.refused.count == 1)
            #expect(refusal.line == 3)
            #expect(refusal.field == bad.field)
            #expect(refusal.reason.contains(bad.reason), "\(refusal.reason)")
            #expect(report.text.contains("第 3 行"))
            #expect(!report.text.contains(Self.number))
        }
    }

    @Test func `every mistake of a line is told, and a line twice is told the second time`() async throws {
        try await withStore { store in
            let three = try await take(Self.qualifications + "护照,,,,x,\n", .qualifications, store)
            #expect(three.refused.map(\.field) == ["证件号码", "姓名", "资格证书编号", "签发日期", "照片文件"])
            let line = "\(Self.newCode),上海新来建筑设计有限公司,021-60000001\n"
            let twice = try await take(Self.enterprises + line + line, .enterprises, store)
            #expect(twice.added == 1)
            #expect(twice.refused == [.init(line: 3, field: "统一社会信用代码", reason: "与第 2 行重复。")])
        }
    }

    static let badFiles: [(String, ImportFault)] = [
        ("统一社会信用代码,企业名称\n", .missingColumns(["联系电话"])), ("code,enterprise,phone,x\n", .unknownColumns(["x"])),
        ("code,enterprise,phone,code\n", .doubleColumn("统一社会信用代码")), ("", .csv(.empty)),
        ("code,enterprise,phone,姓名\n", .unknownColumns(["姓名"])),
    ]

    @Test(arguments: badFiles)
    func `a file with other columns is not looked at`(_ text: String, _ fault: ImportFault) async throws {
        try await withStore { store in
            await #expect(throws: fault) { try await take(text, .enterprises, store) }
        }
    }

    @Test func `the command reports as text and as JSON, and its status tells of refusals`() async throws {
        try await withFolder { folder in
            let store = try await ServedStore(in: folder)
            let file = folder.appending(path: "enterprises.csv")
            let arguments = ["import", "enterprises", file.path(), "--config", store.settingsFile.path()]
            try Data((Self.enterprises + "\(Self.newCode),上海新来建筑设计有限公司,021-60000001\nx,y,1\n").utf8).write(to: file)
            let dry = try CentralProcess.run(arguments + ["--dry-run"])
            #expect(dry.status == 2)
            #expect(dry.output.hasPrefix("试运行，没有写入任何内容。\n第 3 行 统一社会信用代码："))
            #expect(dry.output.hasSuffix("新增 1，更新 0，未变 0，拒绝 1 行\n"))
            let json = try CentralProcess.run(arguments + ["--json"])
            let report = try JSONDecoder().decode(ImportReport.self, from: Data(json.output.utf8))
            #expect(report.added == 1 && report.refused.count == 2)
            try Data((Self.enterprises + "\(Self.newCode),上海新来建筑设计有限公司,021-60000001\n").utf8).write(to: file)
            let again = try CentralProcess.run(arguments)
            #expect(again.status == 0)
            #expect(again.output == "新增 0，更新 0，未变 1，拒绝 0 行\n")
            let none = try CentralProcess.run([
                "import", "enterprises", "/nowhere.csv", "--config", store.settingsFile.path(),
            ])
            #expect(none.status == 64 && none.error.contains("cannot be read"))
        }
    }

    @Test(arguments: ImportKind.allCases)
    func `the sample of the document is taken`(_ kind: ImportKind) async throws {
        let document = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/import.md")
        let text = try String(contentsOf: document, encoding: .utf8)
        let samples = text.matches(of: /```csv\n(.*?)```/.dotMatchesNewlines()).map { String($0.1) }
        let sample = try #require(
            samples.first {
                Set($0.prefix { $0 != "\n" }.split(separator: ",").map(String.init)) == Set(kind.columns.map(\.chinese))
            })
        try await withStore { store in
            let photos = store.folder.appending(path: "photos")
            try FileManager.default.createDirectory(at: photos, withIntermediateDirectories: true)
            try Samples.photo.write(to: photos.appending(path: "0001.jpg"))
            let report = try await take(sample, kind, store)
            #expect(report.refused.isEmpty, "\(report.text)")
        }
    }
}

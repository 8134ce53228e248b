import Core
import VirtualDevices

/// Somebody whose qualification another province has issued: typed, with its scan and a photo from a stick, or from the
/// scanner. Overdue when the certificate is old: education hours and their proof come with it.
final class ElsewhereFlow: WalkFlow {
    let outcome = WalkOutcome(state: .accepted)
    /// 签发日期, eight digits.
    private let issued: String

    private let way: Way
    /// What is done once with the scanner, and was.
    private var scanned: Set<String> = []

    enum Way { case stick, scanner }

    init(issued: String, way: Way = .stick) {
        self.issued = issued
        self.way = way
    }

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        switch step {
        case .placeCard: await walk.hall.place(SamplePeople.elsewhere)
        case .form: try mendForm(finger)
        case .educationHours: try await walk.fillIn("64", then: "完成")
        case .province: try finger.touch("江苏")
        case .qualificationNumber:
            try finger.touch("清空")
            try await finger.type("JSEJ")
            try finger.touch("确定")
        case .qualificationDate:
            try finger.touch("清空")
            try await finger.type(issued)
            try finger.touch("完成")
        case .source:
            wantsProof = finger.shows("添加继续教育证明")
            try takeFile(finger, walk.hall)
        case .scan: try scan(finger, walk.hall.scanner)
        case .stick: try finger.touch(file(wanted: finger))
        case .fileReview: try review(finger, walk.hall.scanner)
        case .photoReview: try finger.touch(finger.shows("[ ]") ? "[ ]" : "用这个")
        default: return false
        }
        return true
    }

    /// What stands first of what is missing; what is further down the save leads to.
    private func mendForm(_ finger: Finger) throws {
        let empty = [
            "点这里填写企业全称", "点这里填写电话", "验证企业名称", "[ ]", "点这里去改", "点这里选省市", "点这里填写编号", "点这里填写日期",
        ]
        try finger.touch(empty.first { finger.shows($0) } ?? "保存")
    }

    private func takeFile(_ finger: Finger, _ hall: Hall) throws {
        switch way {
        case .stick:
            try hall.stick.putIn()
            if finger.shows("从 U 盘里选文件") { try finger.touch("U 盘") }
        case .scanner: try finger.touch("扫描仪")
        }
    }

    /// The proof jams once and is put in again; the certificate has a second page behind it; the photo lies on the glass.
    private func scan(_ finger: Finger, _ scanner: VirtualScanner) throws {
        if finger.shows("停止扫描") { return }
        if finger.shows("扫描个人照片") {
            scanner.lay(SampleFiles.photoSheet)
        } else if scanner.presentTrouble == .jam {
            // Somebody has opened the lid and taken the sheets out.
            scanner.cause(nil)
            return scanner.emptyFeeder()
        } else if scanner.sheetsInFeeder == 0 {
            if wantsProof, scanned.insert("jam").inserted { scanner.cause(.jamAtSecondSheet) }
            return scanner.load(
                wantsProof ? [SampleFiles.education, SampleFiles.education] : [SampleFiles.qualification])
        } else if !finger.shows("进纸口里有纸") {
            return
        }
        try finger.touch("开始扫描")
    }

    private func review(_ finger: Finger, _ scanner: VirtualScanner) throws {
        if way == .scanner, !wantsProof, scanned.insert("second page").inserted {
            return try finger.touch("再加几页")
        }
        try finger.touch("用这个")
    }

    private func file(wanted finger: Finger) -> String {
        if finger.shows("只能选 JPEG") { return "照片.jpg" }
        return wantsProof ? "学时证明.pdf" : "资格证书.pdf"
    }

    /// Set by the page that asked for a file.
    private var wantsProof = false
}

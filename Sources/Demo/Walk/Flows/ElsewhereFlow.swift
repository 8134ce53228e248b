import Core
import VirtualDevices

/// Somebody whose qualification another province has issued: typed, with its scan and a photo from a stick. Overdue
/// when the certificate is old: education hours and their proof come with it.
final class ElsewhereFlow: WalkFlow {
    let outcome = WalkOutcome(state: .accepted)
    /// 签发日期, eight digits.
    private let issued: String

    init(issued: String) { self.issued = issued }

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
            try walk.hall.stick.putIn()
            if finger.shows("从 U 盘里选文件") { try finger.touch("U 盘") }
        case .stick: try finger.touch(file(wanted: finger))
        case .fileReview: try finger.touch("用这个")
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

    private func file(wanted finger: Finger) -> String {
        if finger.shows("只能选 JPEG") { return "照片.jpg" }
        return wantsProof ? "学时证明.pdf" : "资格证书.pdf"
    }

    /// Set by the page that asked for a file.
    private var wantsProof = false
}

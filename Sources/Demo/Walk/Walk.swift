import Core
import Foundation
import VirtualDevices

/// One walk-in by touches alone: an applicant files, the employer seals, the notice comes out; or what else its flow
/// wants.
///
/// It acts on what the screen shows, not on a script of its own: after a crash of any part it goes on as a person
/// would, from the screen that is there.
final class Walk {
    let hall: Hall
    private let kiosk: any KioskFront
    let finger: Finger
    private let report: WalkReport
    private let person: WalkPerson
    private let fault: WalkFault?
    private let flow: any WalkFlow
    var visitor = Visitor.applicant
    /// What came before this walk is nobody's here.
    private var usedMessages: Set<ShortMessage>
    private var faultIsDone = false
    /// When the present screen came.
    private var arrivedAt = Date()

    /// Who stands in front of the kiosk.
    enum Visitor { case applicant, enterprise, staff, nobody }

    struct Stuck: Error, CustomStringConvertible {
        let description: String
    }

    init(
        hall: Hall, kiosk: any KioskFront, report: WalkReport, person: WalkPerson = WalkPerson(),
        fault: WalkFault? = nil, flow: any WalkFlow = InitialFlow()
    ) {
        self.hall = hall
        self.kiosk = kiosk
        self.report = report
        self.person = person
        self.fault = fault
        self.flow = flow
        usedMessages = Set(hall.store.messages)
        finger = Finger(kiosk)
    }

    /// Seconds that one screen may stand before the walk gives up. A countdown on it is no progress.
    private static let patience = 90.0
    /// Seconds after which a person would ask for the code again.
    private static let codePatience = 4.0

    /// Walks to the end: the sheet is out, everybody has left, the welcome screen is back.
    /// - Parameter isStopped: whether somebody has asked the program to end.
    func run(isStopped: () -> Bool = { false }) async throws {
        _ = try await walk(until: { _ in false }, isStopped)
        report.finish()
    }

    /// Walks on until a screen is there, and touches nothing on it.
    /// - Parameter isThere: asked on each screen that the walk knows.
    func run(until isThere: (WalkStep) -> Bool) async throws {
        guard try await walk(until: isThere, { false }) else {
            throw Stuck(description: "the walk ended without it:\n" + finger.rows.joined(separator: "\n"))
        }
    }

    /// - Returns: whether it is there; else the walk has come to its end.
    private func walk(until isThere: (WalkStep) -> Bool, _ isStopped: () -> Bool) async throws -> Bool {
        var rows: [String] = []
        var present: WalkStep?
        while visitor != .nobody || WalkStep.shown(by: finger.rows) != .welcome {
            if isStopped() { throw CancellationError() }
            guard !kiosk.isGone else { throw Stuck(description: "the kiosk was switched off") }
            rows = finger.rows
            if let step = WalkStep.shown(by: rows), step != present {
                present = step
                arrivedAt = Date()
            }
            guard Date().timeIntervalSince(arrivedAt) < Self.patience else {
                throw Stuck(description: "no way on from this screen:\n" + rows.joined(separator: "\n"))
            }
            guard let step = WalkStep.shown(by: rows) else {
                try await Task.sleep(for: .milliseconds(50))
                continue
            }
            report.arrive(at: step, rows: rows)
            if isThere(step) { return true }
            do { try await act(on: step) } catch is Finger.Failure {
                // The screen changed under the finger; look again.
            }
            await strike(at: step)
            await settle(from: rows)
        }
        return false
    }

    private func act(on step: WalkStep) async throws {
        if finger.shows("知道了") { return try finger.touch("知道了") }
        if finger.shows("您还在办理吗？") { return try finger.touch("继续办理") }
        if try await flow.act(on: step, in: self) { return }
        switch step {
        case .welcome, .privacyNotice, .placeCard, .forgottenCard, .identity, .phone, .phoneCode, .signature,
            .applications, .kinds, .form, .enterpriseName, .enterprisePhone, .educationHours, .preview, .signingCode,
            .signed:
            try await actAsApplicant(on: step)
        case .insertCard, .pin, .pendingList, .confirmedList, .review, .formReturn, .sealPIN, .sealed, .printing,
            .printed, .printFailed, .sheetQuestion:
            try await actAsEnterprise(on: step)
        case .filing, .certificates, .certificate, .takeAlong, .takeByPhone, .rename, .province, .qualificationNumber,
            .qualificationDate,
            .source, .stick, .scan, .fileReview, .photoReview,
            .cornerOpening, .staffHome, .staffFind, .staffScan, .staffBatch, .staffHandOver, .staffCopy:
            break
        case .detail: try actOnDetail()
        case .cardNotRead: try finger.touch(finger.shows("重新读卡") ? "重新读卡" : "再试一次")
        case .notDone: try finger.touch(finger.shows("再试一次") ? "再试一次" : "返回列表")
        case .ended:
            await takeCards()
            try finger.touch("返回首页")
        }
    }

    private func actAsApplicant(on step: WalkStep) async throws {
        switch step {
        case .welcome: try await begin()
        case .privacyNotice: try finger.touch("同意并继续")
        case .placeCard: await hall.cards.place(.identity)
        case .forgottenCard: await takeCards()
        case .identity: try await submit("是我本人，继续")
        case .phone: try await fillIn(person.phone, then: "获取验证码")
        case .phoneCode, .signingCode: try await enterCode()
        case .signature:
            finger.sign()
            try await submit("签好了")
        case .applications: try chooseApplication()
        case .kinds: try finger.touch(finger.shows("正在办理") ? "返回" : "初始注册")
        case .form: try await fillForm()
        case .enterpriseName: try await findEnterprise()
        case .enterprisePhone: try await fillIn("02164680000", then: "完成")
        case .preview: try finger.touch("个人数字签名")
        default:
            visitor = .enterprise
            try finger.touch("退出并取卡")
        }
    }

    private func actAsEnterprise(on step: WalkStep) async throws {
        switch step {
        case .insertCard: await hall.cards.place(.enterprise)
        case .pin: try await enterPIN(then: "登录")
        case .pendingList: try finger.touch(finger.shows("▶ 待企业确认") ? "▶ 待企业确认" : "已受理")
        // On a slow machine a second touch of 登录 meets the list's button.
        case .confirmedList: try finger.touch("返回")
        case .review: try finger.touch(finger.shows("[ ]") ? "[ ]" : "去签章")
        case .sealPIN: try await enterPIN(then: "验证并签章")
        case .sealed: if finger.shows("已受理") { try finger.touch("打印受理通知书") }
        case .printed:
            visitor = .nobody
            await takeCards()
        case .printFailed: try finger.touch("再打一份")
        case .sheetQuestion: try finger.touch(hall.printRoom.printer.sheets.isEmpty ? "没有出来" : "已经出来了")
        default: break
        }
    }

    private func begin() async throws {
        switch visitor {
        case .applicant: try finger.touch("个人办理")
        case .enterprise:
            await hall.cards.remove(.identity)
            try finger.touch("企业办理")
        case .staff, .nobody: break
        }
    }

    /// What the list offers next tells how far this application has come.
    private func chooseApplication() throws {
        if finger.shows("待企业确认") || finger.shows("已受理") {
            visitor = .enterprise
            try finger.touch("退出并取卡")
        } else if finger.shows("继续填写") {
            try finger.touch("继续填写")
        } else if finger.shows("待个人签名") {
            try finger.touch("待个人签名")
        } else if !finger.shows("正在提交") {
            try finger.touch("新增注册申请")
        }
    }

    private func actOnDetail() throws {
        switch visitor {
        case _ where finger.shows("正在打开"): break
        case .applicant where finger.shows("继续签名"): try finger.touch("继续签名")
        case .enterprise where finger.shows("已受理"): try finger.touch("打印受理通知书")
        case .applicant, .enterprise, .staff, .nobody: try finger.touch("返回")
        }
    }

    /// What a save shows while it is filed may be gone before it is seen: its fault strikes at once.
    private func fillForm() async throws {
        // What a power cut has left half typed is marked when it is saved.
        let next = ["点这里填写企业全称", "点这里填写电话", "验证企业名称", "[ ]", "点这里去改"].first { finger.shows($0) }
        try finger.touch(next ?? "保存")
        if next == nil { await strike(at: .filing) }
    }

    private func findEnterprise() async throws {
        let name = hall.cards.enterprise.name
        if !finger.shows(name) {
            try finger.touch("清空")
            try await finger.type("SHSLJZ")
            for _ in 0..<200 where !finger.shows(name) { try await Task.sleep(for: .milliseconds(20)) }
        }
        try finger.touch(name)
    }

    func fillIn(_ digits: String, then button: String) async throws {
        if !finger.shows(digits) {
            try finger.touch("清空")
            try await finger.type(digits)
        }
        try await submit(button)
    }

    /// Touches a button and gives the world time to answer; a second touch meanwhile would meet the next screen.
    private func submit(_ button: String) async throws {
        let step = WalkStep.shown(by: finger.rows)
        try finger.touch(button)
        for _ in 0..<200 where WalkStep.shown(by: finger.rows) == step && !finger.shows("✕") {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Types the code of the newest message that was not used yet; hands it in when all of it stands there.
    private func enterCode() async throws {
        guard let message = hall.store.messages.last(where: { $0.code != nil && !usedMessages.contains($0) }),
            let code = message.code
        else {
            let isOverdue = Date().timeIntervalSince(arrivedAt) > Self.codePatience
            if isOverdue || finger.shows("请重新获取") || finger.shows("不正确") { try finger.touch("重新发送") }
            return
        }
        if finger.shows("请输入 6 位数字") {
            try finger.touch("清空")
            try await finger.type(code)
        } else {
            usedMessages.insert(message)
            try await submit("确定")
        }
    }

    private func enterPIN(then button: String) async throws {
        if finger.shows("请输入 6 至 8 位密码") {
            try finger.touch("清空")
            try await finger.type(person.pin)
        } else {
            try await submit(button)
        }
    }

    /// On a keyboard, as a hand scanner does: all at once.
    func type(_ text: String) { kiosk.send(Array(text.utf8)) }

    func takeCards() async {
        for role in ReaderRole.allCases { await hall.cards.remove(role) }
    }

    /// The fault that this walk is to survive, right after the touch of its step.
    private func strike(at step: WalkStep) async {
        guard let fault, fault.step == step, !faultIsDone else { return }
        faultIsDone = true
        report.note("kill -9 \(fault.part.rawValue) at \(step.rawValue)")
        await hall.kill(fault.part, kiosk: kiosk)
    }

    /// Until the screen has answered; some wait for the world, so this is no more than a pause.
    private func settle(from rows: [String]) async {
        for _ in 0..<30 where finger.rows == rows { try? await Task.sleep(for: .milliseconds(20)) }
    }
}

/// What the person in front of the kiosk types of their own.
struct WalkPerson: Hashable, Sendable {
    var phone = "13800000001"
    /// Of the enterprise's card.
    var pin = CardCorner.pin
}

/// One part killed at one step.
struct WalkFault: Hashable, Sendable {
    let part: Hall.Part
    let step: WalkStep
}

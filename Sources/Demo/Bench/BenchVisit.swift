import Core
import Foundation

/// One walk-in without detours, from the welcome screen to the sealed application, with a stopwatch at two places.
struct BenchVisit {
    let hall: Hall
    let probe: Probe

    func run(into ledger: inout FigureLedger) async throws {
        try await signIn()
        try await fillForm(&ledger)
        try await sign()
        try await seal(&ledger)
        await hall.cards.remove(.enterprise)
        try await goHome()
        // What the visit needed is given back a few seconds later.
        try await Task.sleep(for: .seconds(7))
        ledger.add("kiosk, memory at the welcome screen after a whole visit", .megabytes, [probe.residentMemory])
    }

    private func signIn() async throws {
        try await touch("个人办理", until: "读卡之前")
        try await touch("同意并继续", until: "请将身份证平放在读卡区")
        await hall.cards.place(.identity)
        _ = try await probe.instant(of: "请核对您的身份信息")
        try await touch("是我本人，继续", until: "请输入手机号码")
        try await type("13800000001")
        let sent = hall.store.messages.count
        try await touch("获取验证码", until: "请输入短信验证码")
        try await enterCode(after: sent, until: "登记签名")
        try await touch("不便签写", until: "我的注册申请")
    }

    private func fillForm(_ ledger: inout FigureLedger) async throws {
        try await touch("新增注册申请", until: "请选择事项")
        try await touch("初始注册", until: "初始注册申请表")
        try await touch("点这里填写电话", until: "请输入企业联系电话")
        try await KeyBench.measure("key on the phone pad", ["2", "⌫"], on: probe, into: &ledger)
        try await type("02164680000")
        try await touch("完成", until: "初始注册申请表")
        try await touch("点这里填写企业全称", until: "请输入注册企业全称")
        let keys = ["S", "H", "S", "L", "J", "Z", "⌫", "⌫", "⌫", "⌫", "⌫", "⌫"]
        try await KeyBench.measure("key on the pinyin keyboard", keys, on: probe, into: &ledger)
        ledger.add("kiosk, memory with dictionary, database and network in", .megabytes, [probe.residentMemory])
        try await type("SHSLJZ")
        try await touch(hall.cards.enterprise.name, until: hall.cards.enterprise.code.text)
        try await touch("[ ]", until: "[✓]")
        try await touch("保存", until: "请核对申请表，无误后签名")
    }

    private func sign() async throws {
        let sent = hall.store.messages.count
        try await touch("个人数字签名", until: "请输入验证码")
        try await enterCode(after: sent, until: "个人签名完成")
        try await touch("退出并取卡", until: "返回首页")
        await hall.cards.remove(.identity)
        try await goHome()
    }

    private func seal(_ ledger: inout FigureLedger) async throws {
        try await touch("企业办理", until: "请插入")
        await hall.cards.place(.enterprise)
        _ = try await probe.instant(of: "请输入法人一证通密码")
        try await type(CardCorner.pin)
        try await touch("登录", until: "▶ 待企业确认")
        try await touch("▶ 待企业确认", until: "核对申请，勾选聘用意见")
        try await touch("[ ]", until: "[✓]")
        try await touch("去签章", until: "企业签章：请输入证书密码")
        try await type(CardCorner.pin)
        let time = try await touch("验证并签章", until: "已受理，编号")
        ledger.add("sealing touched to the store's acceptance on screen", .milliseconds, [time.milliseconds])
    }

    /// - Returns: from the touch to these words on the screen.
    @discardableResult
    func touch(_ text: String, until words: String) async throws -> Duration {
        for _ in 0..<5 {
            if !finger.shows(text) { _ = try await probe.instant(of: text) }
            await probe.silence()
            let start = ContinuousClock.now
            try finger.touch(text)
            if let end = try? await probe.instant(of: words, within: .seconds(2)) { return end - start }
            // A button that was not ready yet stands there still; a person touches it again.
            if !finger.shows(text) { return try await probe.instant(of: words) - start }
        }
        throw Finger.Failure.timedOut(words, screen: finger.rows)
    }

    /// After the card was taken: whatever the screen asks, back to the start.
    func goHome() async throws {
        for _ in 0..<100 where WalkStep.shown(by: finger.rows) != .welcome {
            await probe.silence()
            for button in ["知道了", "返回首页"] where finger.shows(button) { try? finger.touch(button) }
            try await Task.sleep(for: .milliseconds(100))
        }
        guard WalkStep.shown(by: finger.rows) == .welcome else {
            throw Finger.Failure.timedOut("the welcome screen", screen: finger.rows)
        }
        // pcscd must have seen the reader empty.
        try await Task.sleep(for: .milliseconds(1000))
    }

    private var finger: Finger { probe.finger }

    private func type(_ text: String) async throws {
        await probe.silence()
        if finger.shows("清空") { _ = try await probe.answer { try finger.touch("清空") } }
        for character in text { _ = try await probe.answer { try finger.touchKey(String(character)) } }
    }

    private func enterCode(after sent: Int, until words: String) async throws {
        for _ in 0..<200 where hall.store.messages.count <= sent { try await Task.sleep(for: .milliseconds(20)) }
        try await type(hall.store.messages.last { $0.code != nil }?.code ?? "")
        try await touch("确定", until: words)
    }
}

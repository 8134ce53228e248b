import Core
import Foundation
import VirtualDevices

/// The ways in which visits go and end.
enum PrivacySession: String, CaseIterable, Sendable {
    case fullWalk, leavesForm, pullsCard, wrongCode, timesOut, wrongPIN, unknownEnterprise, forgetsCard, listens
    case writesByHand, bringsPhoto

    /// One in eleven goes all the way.
    static func kind(of number: Int) -> PrivacySession { allCases[number % allCases.count] }

    /// From the welcome screen back to it.
    ///
    /// - Returns: what was written with a finger.
    func run(_ visit: Visit, by visitor: PrivacyVisitor) async throws -> [String] {
        var written: [String] = []
        switch self {
        case .fullWalk: try await visit.goToTheEnd()
        case .leavesForm: try await Self.leaveForm(visit, visitor)
        case .pullsCard: try await Self.pullCard(visit)
        case .wrongCode: try await Self.enterWrongCode(visit)
        case .timesOut: try await Self.timeOut(visit)
        case .wrongPIN: try await Self.enterWrongPIN(visit)
        case .unknownEnterprise: try await Self.searchUnknownEnterprise(visit, visitor)
        case .forgetsCard: try await Self.forgetCard(visit)
        case .listens: try await Self.listen(visit, visitor)
        case .writesByHand: written = [try await Self.writeByHand(visit)]
        case .bringsPhoto: try await Self.bringPhoto(visit, visitor)
        }
        try await visit.comeHome()
        return written
    }

    private static func leaveForm(_ visit: Visit, _ visitor: PrivacyVisitor) async throws {
        try await visit.go(to: .identity)
        try await visit.touch("显示", until: visitor.identity.name)
        try await visit.go(to: .form, showing: "[✓]")
        try await visit.touch("返回", until: "我的注册申请")
        try await visit.touch("退出并取卡", until: "已安全退出")
    }

    private static func pullCard(_ visit: Visit) async throws {
        try await visit.go(to: .form, showing: "02164680000")
        await visit.take(.identity)
        try await visit.wait(for: "卡已取走，已安全退出")
    }

    private static func enterWrongCode(_ visit: Visit) async throws {
        try await visit.go(to: .phoneCode)
        try await visit.enterWrongCode()
        try await visit.wait(for: "验证码不正确")
        await visit.take(.identity)
        try await visit.wait(for: "已安全退出")
    }

    private static func timeOut(_ visit: Visit) async throws {
        try await visit.go(to: .phone)
        try await visit.type(String(visit.person.phone.prefix(7)))
        try await visit.wait(for: "您还在办理吗？")
        try await visit.wait(for: "长时间没有操作，已安全退出")
    }

    private static func enterWrongPIN(_ visit: Visit) async throws {
        try await visit.touch("企业办理", until: "请插入")
        await visit.hall.cards.place(.enterprise)
        try await visit.wait(for: "请输入法人一证通密码")
        try await visit.type(String(visit.person.pin.reversed()))
        try await visit.touch("登录", until: "密码不正确")
        try await visit.type(visit.person.pin)
        try await visit.touch("登录", until: "待企业确认的申请")
        await visit.take(.enterprise)
        try await visit.wait(for: "已安全退出")
    }

    private static func searchUnknownEnterprise(_ visit: Visit, _ visitor: PrivacyVisitor) async throws {
        try await visit.go(to: .form)
        try await visit.touch("点这里填写企业全称", until: "请输入注册企业全称")
        try await visit.type("SHANGHAI")
        try await visit.touch("上海", until: "上海▏")
        try await visit.type(visitor.pinyin.uppercased())
        try await visit.wait(for: visitor.pinyin)
        try await visit.touch("确定", until: "没有找到这家企业")
        await visit.take(.identity)
        try await visit.wait(for: "已安全退出")
    }

    /// From a stick, cut and agreed to, and kept with the form that is not filed.
    /// A picture from a stick, in the place of a signature; what becomes of it does not matter here.
    private static func bringPhoto(_ visit: Visit, _ visitor: PrivacyVisitor) async throws {
        try visit.hall.stick.bring(photo: SampleFiles.photo(saying: visitor.fileMark))
        try visit.hall.stick.putIn()
        try await visit.go(to: .signature)
        try await visit.touch("用图片", until: "添加签名图片")
        try await visit.touch("U 盘", until: "照片.jpg")
        try await visit.touch("照片.jpg")
        try await visit.wait("for what was read") { !visit.shows("添加签名图片") && !visit.shows("照片.jpg") }
        try visit.hall.stick.takeOut()
        await visit.take(.identity)
        try await visit.wait(for: "已安全退出")
    }

    /// The voice says the name and what is on the form.
    private static func listen(_ visit: Visit, _ visitor: PrivacyVisitor) async throws {
        try await visit.touch("语音朗读", until: "✓ 已开")
        try await visit.go(to: .identity)
        try await visit.touch("显示", until: visitor.identity.name)
        try await Task.sleep(for: .seconds(4))
        try await visit.go(to: .form)
        try await Task.sleep(for: .seconds(3))
        await visit.take(.identity)
        try await visit.wait(for: "已安全退出")
    }

    /// An enterprise's name of which two characters are written: no register knows it.
    private static func writeByHand(_ visit: Visit) async throws -> String {
        try await visit.go(to: .form)
        try await visit.touch("点这里填写企业全称", until: "请输入注册企业全称")
        try await visit.type("SHANGHAI")
        try await visit.touch("上海", until: "上海▏")
        try await visit.touch("手写", until: "用手指在白框里写一")
        for length in 3...4 {
            try await visit.write()
            try await visit.touch("选第一个")
            try await visit.wait("for a character") { visit.typed.count == length }
        }
        let written = visit.typed
        try await visit.touch("确定", until: "没有找到这家企业")
        await visit.take(.identity)
        try await visit.wait(for: "已安全退出")
        return written
    }

    private static func forgetCard(_ visit: Visit) async throws {
        try await visit.go(to: .applications)
        try await visit.touch("退出并取卡", until: "请取回您的卡！")
        try await Task.sleep(for: .seconds(1))
    }
}

extension Visit {
    /// Takes what still lies on the readers, and waits until the welcome screen is there for the next person.
    func comeHome() async throws {
        for role in ReaderRole.allCases { await take(role) }
        try await wait("for the welcome screen") {
            if shows("返回首页") { try? await touch("返回首页") }
            return shows("二级注册建筑师自助服务")
        }
        // pcscd must have seen the readers empty.
        try await Task.sleep(for: .milliseconds(900))
    }
}

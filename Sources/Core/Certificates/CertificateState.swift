/// Where a registration certificate stands. That it has expired is not a state: it follows from the day.
package enum CertificateState: String, Hashable, Sendable, Codable, CaseIterable {
    /// 纸质证书: from before the electronic ones; to be exchanged once.
    case paper
    /// 待领取
    case issued
    /// 已领取
    case collected
    /// 更名后待领取: the employer's name has changed, the holder collects again (manual, rename 4).
    case renamed
    /// 已作废: by the holder's cancellation.
    case void

    package var chinese: String {
        switch self {
        case .paper: "纸质证书，可换领电子证书"
        case .issued: "待领取"
        case .collected: "已领取"
        case .renamed: "企业已更名，待重新领取"
        case .void: "已作废"
        }
    }

    /// Listed under 电子注册证书管理 with a 【领证】 button.
    package var awaitsCollection: Bool {
        switch self {
        case .issued, .renamed: true
        case .paper, .collected, .void: false
        }
    }
}

/// The three applications that a person starts.
package enum RegistrationKind: String, Hashable, Sendable, Codable, CaseIterable {
    case initial
    case renewal
    case cancellation

    /// 初始注册 / 延续注册 / 注销注册
    package var chinese: String {
        switch self {
        case .initial: "初始注册"
        case .renewal: "延续注册"
        case .cancellation: "注销注册"
        }
    }

    /// The matter as papers name it: 二级注册建筑师初始注册.
    package var matter: String { "二级注册建筑师" + chinese }
}

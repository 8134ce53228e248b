/// GB/T 2261.1, as the ID card's chip states it: one digit.
package enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
    case unknown = "0"
    case male = "1"
    case female = "2"
    case unstated = "9"

    package var chinese: String {
        switch self {
        case .male: "男"
        case .female: "女"
        case .unknown: "未知"
        case .unstated: "未说明"
        }
    }
}

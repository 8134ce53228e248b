import Crypto
import Foundation

/// For which kiosks a version is meant.
enum ReleaseAudience: Hashable, Sendable, Codable {
    case all
    case kiosks([String])
    /// Percent of them, always the same ones: a kiosk that is among the first ten is among the first twenty too.
    case share(Int)

    func includes(_ kiosk: String) -> Bool {
        switch self {
        case .all: true
        case .kiosks(let names): names.contains(kiosk)
        case .share(let percent): Self.place(of: kiosk) < percent
        }
    }

    /// 0 to 99, by the name alone.
    static func place(of kiosk: String) -> Int {
        let digest = SHA256.hash(data: Data(kiosk.utf8))
        return Int(digest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } % 100)
    }
}

extension ReleaseAudience: CustomStringConvertible {
    var description: String {
        switch self {
        case .all: "all"
        case .kiosks(let names): names.joined(separator: ",")
        case .share(let percent): "\(percent) %"
        }
    }
}

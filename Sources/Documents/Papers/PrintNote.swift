import Core
import Foundation

/// How a sheet came to be: stands at its foot.
struct PrintNote: Hashable {
    let copy: Int
    let kiosk: String
    let at: Date

    var words: [String: String] {
        [
            "copyNote": "第\(copy)次打印" + (copy > 1 ? "（补打）" : ""), "kiosk": kiosk, "printedAt": Self.minute(at),
        ]
    }

    /// `2026年11月22日 20:15` in Shanghai.
    static func minute(_ instant: Date) -> String {
        let minutes = Int((instant.timeIntervalSince1970 / 60).rounded(.down)) + 8 * 60
        let ofDay = (minutes % 1440 + 1440) % 1440
        let clock = [ofDay / 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(CivilDate(shanghai: instant).chinese) \(clock)"
    }
}

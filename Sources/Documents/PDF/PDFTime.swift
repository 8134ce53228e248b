import Core
import Foundation

/// A date of ISO 32000-1, 7.9.4, in Shanghai time and whole seconds: `D:20261122201500+08'00'`.
struct PDFTime: Hashable {
    /// Seconds since 1970.
    let seconds: Int

    init(_ instant: Date) { seconds = Int(instant.timeIntervalSince1970.rounded(.down)) }

    /// Only what `value` writes.
    init?(_ value: PDFValue?) {
        guard let text = value?.string.map({ String(decoding: $0, as: UTF8.self) }), text.utf8.count == 25,
            let day = CivilDate(compact: text.dropFirst(3).prefix(8)),
            let clock = Int(text.dropFirst(11).prefix(6))
        else { return nil }
        let epoch = CivilDate(shanghai: Date(timeIntervalSince1970: 0))
        let ofDay = clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100
        seconds = day.days(since: epoch) * 86_400 + ofDay - 8 * 3600
        guard self.value == value else { return nil }
    }

    var date: Date { Date(timeIntervalSince1970: TimeInterval(seconds)) }

    var value: PDFValue {
        let clock = clock.map(Self.padded).joined()
        return .literal("D:\(CivilDate(shanghai: date).compact)\(clock)+08'00'")
    }

    /// ISO 8601, as XMP and cairo write it.
    var iso8601: String {
        "\(CivilDate(shanghai: date))T\(clock.map(Self.padded).joined(separator: ":"))+08:00"
    }

    /// Hour, minute and second in Shanghai.
    private var clock: [Int] {
        let ofDay = ((seconds + 8 * 3600) % 86_400 + 86_400) % 86_400
        return [ofDay / 3600, ofDay / 60 % 60, ofDay % 60]
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

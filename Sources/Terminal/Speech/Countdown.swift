/// A sentence that holds the seconds left, in two frames: it is said when they come to certain numbers, not each second.
struct Countdown {
    private let before: Int?
    private let now: Int?

    private static let thresholds = [120, 60, 30, 20, 10, 5]

    init(from before: String, to now: String) {
        let numbers = zip(Self.numbers(before), Self.numbers(now))
        let changed = numbers.first { $0 != $1 }
        (self.before, self.now) = (changed?.0, changed?.1)
    }

    var isDue: Bool {
        guard let before, let now else { return false }
        return Self.thresholds.contains { before > $0 && $0 >= now }
    }

    /// Without its numbers.
    static func sentence(_ text: String) -> String {
        text.filter { !($0.isASCII && $0.isNumber) }
    }

    private static func numbers(_ text: String) -> [Int] {
        text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    }
}

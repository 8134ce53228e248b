import Foundation
import Synchronization

/// Counts what somebody did lately; in memory, because a store that starts again may begin at nought.
final class RateLimit: Sendable {
    private let most: Int
    private let period: TimeInterval
    private let taken = Mutex<[String: [Date]]>([:])

    init(most: Int, period: TimeInterval) {
        self.most = most
        self.period = period
    }

    /// Takes one turn.
    /// - Returns: nil when there was one; else in how many seconds there will be.
    func take(_ key: String, at now: Date) -> Int? {
        taken.withLock { taken in
            taken = taken.compactMapValues { times in
                let recent = times.filter { $0 > now.addingTimeInterval(-period) }
                return recent.isEmpty ? nil : recent
            }
            let times = taken[key] ?? []
            guard times.count >= most, let first = times.first else {
                taken[key] = times + [now]
                return nil
            }
            return max(1, Int(first.addingTimeInterval(period).timeIntervalSince(now).rounded(.up)))
        }
    }

    func forgive(_ key: String) { taken.withLock { $0[key] = nil } }
}

/// What the back office bears from one account and one machine.
struct OfficeLimits: Sendable {
    /// Logins with one account, right ones forgiven.
    let account = RateLimit(most: 5, period: 900)
    /// Logins from one address.
    let address = RateLimit(most: 30, period: 900)
    /// Forms that one reviewer sends.
    let acts = RateLimit(most: 60, period: 60)
}

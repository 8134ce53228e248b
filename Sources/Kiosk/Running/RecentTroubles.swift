import Core
import Foundation
import Screens
import Synchronization

/// The faults that screens have met since the program began, by code: nothing of whoever met them.
final class RecentTroubles: Sendable {
    private let notes = Mutex<[KioskSurvey.Trouble]>([])

    private static let limit = 12

    func note(_ trouble: Trouble, at now: Date) {
        let advice = trouble.advice
        notes.withLock { notes in
            let count = notes.first { $0.advice.code == advice.code }?.count ?? 0
            notes.removeAll { $0.advice.code == advice.code }
            notes.insert(KioskSurvey.Trouble(advice, at: now, count: count + 1), at: 0)
            notes = Array(notes.prefix(Self.limit))
        }
    }

    var newest: [KioskSurvey.Trouble] { notes.withLock(\.self) }
}

import Core
import Foundation

/// Calls staff, and keeps trying while the store cannot be reached; a bell that is pressed again and again rings once
/// a minute.
actor StaffBell {
    private let calls: any StaffCalls
    private let now: @Sendable () -> Date
    private var lastRing: [StaffCall: Date] = [:]

    private static let pause = 60.0
    private static let tries = 30

    init(_ calls: any StaffCalls, now: @escaping @Sendable () -> Date) {
        self.calls = calls
        self.now = now
    }

    func ring(_ reason: StaffCall.Reason) async {
        let call = StaffCall(reason)
        if let last = lastRing[call], now().timeIntervalSince(last) < Self.pause { return }
        lastRing[call] = now()
        for _ in 0..<Self.tries {
            do throws(StoreFault) { return try await calls.callStaff(call) } catch {
                guard error == .unreachable else { return }
            }
            try? await Task.sleep(for: .seconds(2))
        }
    }
}

import Foundation
import Synchronization

@testable import Central

/// A clock that a test moves.
final class TestClock: Sendable {
    private let instant: Mutex<Date>

    init(_ start: Date = Date(timeIntervalSince1970: 1_795_330_800)) { instant = Mutex(start) }

    var now: Date { instant.withLock { $0 } }
    func advance(seconds: TimeInterval) { instant.withLock { $0 = $0.addingTimeInterval(seconds) } }

    var world: World { World(now: { self.now }, bytes: World.real.bytes) }
}

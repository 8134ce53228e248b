import Foundation

/// Wakes whoever waits; a ring before the wait began is not lost, because the caller says up to where it has seen.
actor Bell {
    private var rings = 0
    private var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]

    /// How often it has rung; to be taken before looking at the database.
    var count: Int { rings }

    func ring() {
        rings += 1
        for continuation in waiting.values { continuation.resume() }
        waiting = [:]
    }

    /// Returns when it has rung more than `count` times, when `seconds` have passed, or when the task is cancelled.
    func wait(after count: Int, seconds: Double) async {
        guard rings == count, seconds > 0, !Task.isCancelled else { return }
        let id = UUID()
        let alarm = Task {
            try? await Task.sleep(for: .seconds(seconds))
            release(id)
        }
        defer { alarm.cancel() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiting[id] = $0 }
        } onCancel: {
            alarm.cancel()
        }
    }

    private func release(_ id: UUID) {
        waiting.removeValue(forKey: id)?.resume()
    }
}

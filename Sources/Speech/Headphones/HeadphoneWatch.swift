import CSpeech
import Foundation
import Synchronization

/// What is known of the socket, and the thread that waits for news of it.
final class HeadphoneWatch: Sendable {
    private struct State {
        var isPluggedIn = false
        var isStopped = false
        var listeners: [Int: AsyncStream<Bool>.Continuation] = [:]
        var nextListener = 0
    }

    private let device: String
    private let state = Mutex(State())

    /// Milliseconds: how long the thread waits before it looks whether it is still wanted, or the device is there.
    private static let patience: Int32 = 500

    init(device: String) {
        self.device = device
    }

    var isPluggedIn: Bool { state.withLock { $0.isPluggedIn } }

    func changes() -> AsyncStream<Bool> {
        let (stream, continuation) = AsyncStream.makeStream(of: Bool.self)
        let number = state.withLock { state in
            defer { state.nextListener += 1 }
            state.listeners[state.nextListener] = continuation
            return state.nextListener
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }

    func stop() {
        let listeners = state.withLock { state in
            state.isStopped = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    func run() {
        while !isStopped {
            let descriptor = open(device, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            if descriptor >= 0 {
                note(speech_headphones(descriptor) == 1)
                read(from: descriptor)
                close(descriptor)
                note(false)
            }
            usleep(UInt32(Self.patience) * 1000)
        }
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func read(from descriptor: Int32) {
        var rest: [UInt8] = []
        while !isStopped {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Self.patience) > 0 else { continue }
            var buffer = [UInt8](repeating: 0, count: 64 * InputRecord.length)
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return }
            let (records, left) = InputRecord.records(in: rest + buffer[..<count])
            rest = left
            for isIn in records.compactMap(\.headphones) { note(isIn) }
        }
    }

    private func note(_ isIn: Bool) {
        let listeners = state.withLock { state -> [AsyncStream<Bool>.Continuation] in
            guard state.isPluggedIn != isIn else { return [] }
            state.isPluggedIn = isIn
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield(isIn) }
    }
}

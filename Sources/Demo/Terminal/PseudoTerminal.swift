import CPseudoTerminal
import Foundation

/// A program on a terminal of its own, which the demo shows inside the real one or drives by touches.
final class PseudoTerminal: @unchecked Sendable {
    // Unchecked: `master` and `pid` never change; `hasEnded` is guarded by `lock`.
    let pid: pid_t
    private let master: Int32
    private let lock = NSLock()
    private var hasEnded = false

    enum Failure: Error { case cannotStart(String, errno: Int32) }

    /// - Parameter received: gets every chunk of bytes that the program writes, on a thread of its own; an empty one
    ///   when the program is gone.
    init(
        _ executable: String, arguments: [String], environment: [String: String], size: (columns: Int, rows: Int),
        received: @escaping @Sendable ([UInt8]) -> Void
    ) throws {
        var descriptor: Int32 = -1
        let child = Self.withCStrings([executable] + arguments) { argv in
            Self.withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
                pseudo_terminal_spawn(
                    executable, argv, envp, UInt16(size.columns), UInt16(size.rows), &descriptor)
            }
        }
        guard child > 0 else { throw Failure.cannotStart(executable, errno: errno) }
        pid = child
        master = descriptor
        let thread = Thread { [master, weak self] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(master, &buffer, buffer.count)
                if count > 0 { received(Array(buffer[..<count])) } else if errno != EINTR || count == 0 { break }
            }
            var status: Int32 = 0
            waitpid(child, &status, 0)
            self?.lock.withLock { self?.hasEnded = true }
            Glibc.close(master)
            received([])
        }
        thread.name = "pseudo-terminal"
        thread.start()
    }

    var isRunning: Bool { !lock.withLock { hasEnded } }

    func write(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(master, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
            }
            if count > 0 { sent += count } else if errno != EINTR && errno != EAGAIN { return }
        }
    }

    func resize(columns: Int, rows: Int) {
        _ = pseudo_terminal_resize(master, UInt16(columns), UInt16(rows))
    }

    /// Sends a signal to the program, if it still runs.
    func signal(_ number: Int32) {
        if isRunning { kill(pid, number) }
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}

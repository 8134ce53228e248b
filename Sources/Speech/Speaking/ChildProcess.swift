import CSpeech
import Foundation
import Synchronization

/// A program that is fed through its standard input, and may answer through its standard output.
final class ChildProcess: Sendable {
    private struct State {
        /// Nil once its end was taken note of: the number may be another's by then.
        var pid: pid_t?
        var isFed = true
        var hasOutput: Bool
    }

    private let state: Mutex<State>
    private let input: Int32
    private let output: Int32

    private init(pid: pid_t, input: Int32, output: Int32) {
        state = Mutex(State(pid: pid, hasOutput: output >= 0))
        (self.input, self.output) = (input, output)
    }

    /// - Throws: the errno of the failure, ENOENT when there is no such program.
    static func start(_ arguments: [String], answers: Bool) throws(POSIXError) -> ChildProcess {
        var channel: [Int32] = [-1, -1]
        var pipe: [Int32] = [-1, -1]
        guard speech_channel(&channel) == 0 else { throw Self.error(errno) }
        if answers, speech_pipe(&pipe) != 0 {
            let code = errno
            channel.forEach { _ = close($0) }
            throw Self.error(code)
        }
        var pid = pid_t()
        let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        let code = withCStrings(arguments) { arguments in
            withCStrings(environment) { speech_start(&pid, arguments, $0, channel[1], pipe[1]) }
        }
        close(channel[1])
        if pipe[1] >= 0 { close(pipe[1]) }
        guard code == 0 else {
            close(channel[0])
            if pipe[0] >= 0 { close(pipe[0]) }
            throw Self.error(code)
        }
        return ChildProcess(pid: pid, input: channel[0], output: pipe[0])
    }

    deinit {
        kill()
        _ = wait()
        if state.withLock({ $0.hasOutput }) { close(output) }
    }

    /// False when it does not read any more.
    func write(_ bytes: [UInt8]) -> Bool {
        state.withLock { $0.isFed } && speech_send(input, bytes, bytes.count) == 0
    }

    /// It reads to the end of what it was given.
    func endInput() {
        let wasFed = state.withLock { state in
            defer { state.isFed = false }
            return state.isFed
        }
        if wasFed { close(input) }
    }

    /// What it has answered since, or nil at its end.
    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = Foundation.read(output, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            return count > 0 ? Array(buffer[..<count]) : nil
        }
    }

    /// Silence at once.
    func kill() {
        state.withLock { state in
            if let pid = state.pid { _ = Foundation.kill(pid, SIGKILL) }
        }
    }

    /// Waits for its end. One waiter: who speaks.
    /// - Returns: whether it ended well.
    func wait() -> Bool {
        endInput()
        guard let pid = state.withLock({ $0.pid }) else { return true }
        var info = siginfo_t()
        // Its number stays taken until it is reaped under the lock, so that `kill` can never meet a stranger.
        while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) == -1, errno == EINTR {}
        return state.withLock { state in
            guard state.pid != nil else { return true }
            state.pid = nil
            var status: Int32 = 0
            while waitpid(pid, &status, 0) == -1, errno == EINTR {}
            return status == 0
        }
    }

    private static func error(_ code: Int32) -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO)
    }
}

private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return body(copies)
}

import CSpawn
import Foundation
import Synchronization

/// A child process with a session of its own, which this program alone starts, signals and ends.
///
/// After its end it stays unreaped until `stop()`: as long as it does, the kernel gives its number to nobody else, so
/// a signal to it or to its session can never reach a stranger.
package final class ServiceProcess: Sendable {
    /// Whom a signal reaches.
    package enum Reach: Sendable {
        /// The started process alone.
        case itself
        /// Every process of its session: its children too.
        case everyone
    }

    package let command: ServiceCommand
    package let pid: Int32
    private let life = Life()

    private init(command: ServiceCommand, pid: Int32) {
        self.command = command
        self.pid = pid
    }

    package static func start(_ command: ServiceCommand) throws(ServiceFault) -> ServiceProcess {
        let process = ServiceProcess(command: command, pid: try spawn(command))
        process.watch()
        return process
    }

    deinit {
        signal(SIGKILL, to: .everyone)
        reap()
    }

    /// Nil while it runs.
    package var exit: ServiceExit? { life.state.withLock { $0.exit } }
    package var isRunning: Bool { exit == nil }

    package func signal(_ number: Int32, to reach: Reach = .itself) {
        life.state.withLock { state in
            guard !state.reaped else { return }
            switch reach {
            case .itself: _ = Foundation.kill(pid, number)
            case .everyone: for member in Self.members(ofSession: pid) { _ = Foundation.kill(member, number) }
            }
        }
    }

    /// `kill -9`.
    package func kill(_ reach: Reach = .itself) { signal(SIGKILL, to: reach) }

    /// Asks until `isReady` says yes.
    /// - Throws: `.endedEarly` or `.notReady`, with the end of the log; the second also with what its threads wait for.
    package func waitUntilReady(
        within limit: Duration = .seconds(30), _ isReady: () async -> Bool
    ) async throws(ServiceFault) {
        let deadline = ContinuousClock.now + limit
        while await !isReady() {
            if let exit { throw .endedEarly(name: command.name, exit: exit, log: logTail()) }
            guard .now < deadline, !Task.isCancelled else {
                throw .notReady(name: command.name, log: logTail() + standing)
            }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    /// - Returns: whether it ended within the limit.
    @discardableResult
    package func waitForExit(within limit: Duration = .seconds(10)) async -> Bool {
        let deadline = ContinuousClock.now + limit
        while isRunning, .now < deadline {
            // A cancelled caller still waits: it is cleaning up.
            await Task { try? await Task.sleep(for: .milliseconds(5)) }.value
        }
        return !isRunning
    }

    /// SIGTERM to the process, SIGKILL after `grace`, SIGKILL to whatever is left of its session. Does nothing twice.
    package func stop(grace: Duration = .seconds(3)) async {
        signal(SIGTERM)
        if await !waitForExit(within: grace) {
            kill()
            await waitForExit()
        }
        while life.state.withLock({ !$0.reaped }), !Self.members(ofSession: pid).isEmpty {
            kill(.everyone)
            await Task { try? await Task.sleep(for: .milliseconds(5)) }.value
        }
        reap()
    }

    /// The last lines that it wrote.
    package func logTail(bytes: Int = 2_000) -> String {
        let whole = (try? Data(contentsOf: URL(fileURLWithPath: command.log))) ?? Data()
        return String(decoding: whole.suffix(bytes), as: UTF8.self)
    }

    /// Its threads, a line each: name, state, and where in the kernel it waits (proc(5)).
    private var standing: String {
        let tasks = "/proc/\(pid)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return threads.sorted().map { thread in
            let words = ["comm", "stat", "wchan"].map { file in
                let text = (try? String(contentsOfFile: "\(tasks)/\(thread)/\(file)", encoding: .utf8)) ?? "-"
                let word = file == "stat" ? text.split(separator: ") ").last?.prefix(1) : text[...]
                return word?.trimmingCharacters(in: .newlines) ?? "-"
            }
            return "thread \(thread): " + words.joined(separator: " ") + "\n"
        }.joined()
    }

    private func reap() {
        life.state.withLock { state in
            guard !state.reaped else { return }
            state.reaped = true
            var status: Int32 = 0
            while waitpid(pid, &status, 0) == -1, errno == EINTR {}
        }
    }

    private func watch() {
        let (pid, life) = (pid, life)
        Thread.detachNewThread {
            var info = siginfo_t()
            while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) == -1, errno == EINTR {}
            let status = info._sifields._sigchld.si_status
            life.state.withLock { $0.exit = info.si_code == 1 ? .status(status) : .signal(status) }  // 1: CLD_EXITED
        }
    }
}

extension ServiceProcess {
    private final class Life: Sendable {
        struct State {
            var exit: ServiceExit?
            var reaped = false
        }
        let state = Mutex(State())
    }

    private static func spawn(_ command: ServiceCommand) throws(ServiceFault) -> Int32 {
        let log = open(command.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard log >= 0 else { throw .cannotStart(name: command.name, errno: errno) }
        defer { close(log) }
        var listening: Int32 = -1
        // Our copy is closed at once: a client of a dead daemon shall be refused, not queued.
        defer { if listening >= 0 { close(listening) } }
        do throws(POSIXError) {
            if let path = command.socket { listening = try UnixSocket.listen(at: path) }
        } catch { throw .cannotStart(name: command.name, errno: error.code.rawValue) }

        let environment = ProcessInfo.processInfo.environment.merging(command.environment) { $1 }
        var pid: pid_t = 0
        let error = withCStrings(command.argumentVector) { arguments in
            withCStrings(environment.map { "\($0)=\($1)" }) { environment in
                cspawn_start(&pid, command.path, arguments, environment, command.directory, log, listening)
            }
        }
        guard error == 0 else { throw .cannotStart(name: command.name, errno: error) }
        return pid
    }

    /// Processes of a session, zombies left out (`/proc/<pid>/stat`: state is the third field, session the sixth).
    private static func members(ofSession session: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(Int32.init).filter { pid in
            guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
                let end = stat.lastIndex(of: ")")  // The name before it may hold anything.
            else { return false }
            let fields = stat[end...].split(separator: " ")
            return fields.count > 4 && fields[1] != "Z" && fields[4] == "\(session)"
        }
    }
}

private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return body(copies)
}

package import Foundation
import Glibc

/// A program of the system's, run to its end. Foundation's `Process` waits by a run loop for a word of the child's end that
/// on a slow machine it has missed (seen at a first start, which then never came further); this asks the kernel.
package enum SystemProgram {
    package struct Outcome: Sendable {
        /// What it wrote to its standard output, and to its standard error where that was asked for.
        package let output: Data
        /// Nil when a signal ended it.
        package let status: Int32?

        package var isWell: Bool { status == 0 }
    }

    /// What becomes of the program's words.
    package enum Words: Sendable {
        /// They go where this program's go.
        case inherited
        case output
        case outputAndErrors
    }

    /// - Parameters:
    ///   - program: by its whole path.
    ///   - environment: nil is this program's own.
    /// - Returns: nil when it does not run.
    package static func run(
        _ program: String, _ arguments: [String], environment: [String: String]? = nil, words: Words = .output
    ) -> Outcome? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        if words != .inherited { posix_spawn_file_actions_adddup2(&actions, ends[1], 1) }
        switch words {
        case .inherited: break
        case .output: posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        case .outputAndErrors: posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        }
        let child = spawn(program, arguments, environment, &actions)
        close(ends[1])
        guard let child else { return nil }
        let output = readAll(ends[0])
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return nil } }
        // WIFEXITED and WEXITSTATUS, which are macros.
        return Outcome(output: output, status: status & 0x7F == 0 ? status >> 8 & 0xFF : nil)
    }

    private static func spawn(
        _ program: String, _ arguments: [String], _ environment: [String: String]?,
        _ actions: inout posix_spawn_file_actions_t
    ) -> pid_t? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let environment = environment ?? ProcessInfo.processInfo.environment
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var child: pid_t = 0
        return posix_spawn(&child, program, &actions, &attributes, &words, &variables) == 0 ? child : nil
    }

    private static func readAll(_ descriptor: Int32) -> Data {
        var (data, piece) = (Data(), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count > 0 { data += piece[..<count] } else if count == 0 || errno != EINTR { return data }
        }
    }
}

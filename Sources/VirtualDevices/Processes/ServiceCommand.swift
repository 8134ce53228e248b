/// What to start, and with what around it.
package struct ServiceCommand: Sendable {
    /// Absolute path.
    package var executable: String
    package var arguments: [String]
    /// Set on top of the caller's own environment.
    package var environment: [String: String]
    /// Where it starts; nil for the caller's directory.
    package var directory: String?
    /// Both outputs are appended to this file (made with mode 0600).
    package var log: String
    /// Path of a Unix socket that is bound before the start and handed over by systemd's activation protocol
    /// (descriptor 3, `LISTEN_FDS`, `LISTEN_PID`), for daemons whose own socket path is compiled in.
    package var socket: String?

    package init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
        directory: String? = nil, log: String, socket: String? = nil
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.directory = directory
        self.log = log
        self.socket = socket
    }

    /// The last part of the executable's path.
    package var name: String { executable.split(separator: "/").last.map(String.init) ?? executable }

    /// Only the process itself can know its LISTEN_PID, so a shell sets it and becomes the program: the pid stays.
    var path: String { socket == nil ? executable : "/bin/sh" }

    var argumentVector: [String] {
        let own = [executable] + arguments
        return socket == nil ? own : ["/bin/sh", "-c", "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" \"$@\""] + own
    }
}

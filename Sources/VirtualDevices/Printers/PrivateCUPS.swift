import Foundation

/// A cupsd of our own: unprivileged, on a socket in a private directory, with one queue to one printer.
///
/// Its spool is volatile. A cupsd that finds jobs of an earlier life sends them whole again, and the backend process
/// of a killed cupsd goes on printing; so every start first ends what is left of the last life and wipes spool and job
/// cache. The image does the same with a RuntimeDirectory and KillMode=control-group.
package actor PrivateCUPS {
    /// The socket's path, for `IPPEndpoint.queue(_:server:)`, `lpstat -h` and the like.
    package nonisolated let socket: String
    package nonisolated let queue: String
    private nonisolated let directory: RunDirectory
    private let account: Account
    private var daemon: ServiceProcess?
    private var starting: Task<Void, any Error>?

    /// cupsd refuses to print as root: root lends it `nobody`.
    private struct Account {
        let user: UInt32
        let group: UInt32

        static var own: Account {
            geteuid() == 0 ? Account(user: 65534, group: 65534) : Account(user: geteuid(), group: getegid())
        }
        var isBorrowed: Bool { geteuid() != user }
    }

    package init(queue: String = "kiosk") throws {
        self.queue = queue
        account = .own
        directory = try RunDirectory(prefix: "cups")
        socket = directory.path("cups.sock")
        for name in ["etc/ssl", "etc/ppd", "spool/tmp", "cache", "state/certs", "log"] {
            _ = try directory.directory(name)
        }
        try Self.filesConfiguration(in: directory, account: account)
            .write(toFile: directory.path("etc/cups-files.conf"), atomically: true, encoding: .utf8)
        try Self.daemonConfiguration(in: directory)
            .write(toFile: directory.path("etc/cupsd.conf"), atomically: true, encoding: .utf8)
        if account.isBorrowed { try Self.give(directory, to: account) }
    }

    /// Starts cupsd; does nothing when it runs. The queue, once made, is still there.
    package func start() async throws {
        if let starting { return try await starting.value }
        let task = Task { try await startAnew() }
        starting = task
        defer { starting = nil }
        try await task.value
    }

    /// Starts it again whenever it has died, as systemd does, until the task is cancelled.
    package func supervise(pause: Duration = .milliseconds(500)) async {
        while !Task.isCancelled {
            if let daemon, !daemon.isRunning {
                try? await Task.sleep(for: pause)
                try? await start()
            }
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    private func startAnew() async throws {
        if let daemon, daemon.isRunning { return }
        await stop()
        wipe()
        let daemon = try ServiceProcess.start(command)
        self.daemon = daemon
        let socket = socket
        try await daemon.waitUntilReady { UnixSocket.answers(at: socket) }
    }

    /// Makes the queue, or points it elsewhere. The printer must be on: cupsd asks it what it can do.
    ///
    /// cupsd asks on a thread of its own after lpadmin is done, and aborts any job that comes before the answer.
    package func connect(to printerURI: String) async throws {
        let before = timesAvailable
        // abort-job: any other policy lets cupsd send a job a second time.
        let lpadmin = ServiceCommand(
            "/usr/sbin/lpadmin",
            [
                "-h", socket, "-p", queue, "-E", "-v", printerURI, "-m", "everywhere", "-o",
                "printer-error-policy=abort-job",
            ],
            log: directory.path("log/lpadmin"))
        let process = try ServiceProcess.start(lpadmin)
        await process.waitForExit()
        guard process.exit == .status(0) else {
            throw ServiceFault.endedEarly(
                name: lpadmin.name, exit: process.exit ?? .status(-1), log: process.logTail())
        }
        try await daemon?.waitUntilReady { self.timesAvailable > before }
    }

    /// `kill -9` of cupsd alone; its backend lives on, as it does on a real machine.
    package func kill() async {
        daemon?.kill(.itself)
        await daemon?.waitForExit()
    }

    package func restart() async throws {
        await kill()
        try await start()
    }

    package func stop() async {
        let stopping = daemon
        daemon = nil
        await stopping?.stop(grace: .seconds(1))
        try? FileManager.default.removeItem(atPath: socket)
    }

    /// Deletes all that it left.
    package func remove() async {
        await stop()
        directory.remove()
    }

    package var isRunning: Bool { daemon?.isRunning ?? false }
    /// Nil while it is not running.
    package var pid: Int32? { isRunning ? daemon?.pid : nil }
}

extension PrivateCUPS {
    private var command: ServiceCommand {
        let cupsd = [
            "/usr/sbin/cupsd", "-f", "-c", directory.path("etc/cupsd.conf"), "-s",
            directory.path("etc/cups-files.conf"),
        ]
        let lent = ["--reuid=\(account.user)", "--regid=\(account.group)", "--clear-groups"]
        let line = account.isBorrowed ? ["/usr/bin/setpriv"] + lent + cupsd : cupsd
        return ServiceCommand(
            line[0], Array(line.dropFirst()), directory: directory.path, log: directory.path("log/output"))
    }

    /// How often cupsd has said in its log that the queue is complete.
    private var timesAvailable: Int {
        let log = (try? String(contentsOfFile: directory.path("log/error"), encoding: .utf8)) ?? ""
        return log.split(separator: "\n").count { $0.contains("Printer \"\(queue)\" is now available.") }
    }

    private func wipe() {
        let spool = directory.path("spool")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: spool)) ?? []
        for file in files where file != "tmp" { try? FileManager.default.removeItem(atPath: "\(spool)/\(file)") }
        for cache in ["job.cache", "job.cache.N", "job.cache.O"] {
            try? FileManager.default.removeItem(atPath: directory.path("cache/\(cache)"))
        }
    }

    private static func give(_ directory: RunDirectory, to account: Account) throws {
        let inside = FileManager.default.enumerator(atPath: directory.path)?.compactMap { $0 as? String } ?? []
        for path in [directory.path] + inside.map(directory.path(_:)) {
            guard chown(path, account.user, account.group) == 0 else { throw POSIXError(errno) }
        }
    }

    private static func filesConfiguration(in directory: RunDirectory, account: Account) -> String {
        """
        User \(account.user)
        Group \(account.group)
        SystemGroup nogroup
        LogFileGroup \(account.group)
        ServerRoot \(directory.path("etc"))
        ServerKeychain \(directory.path("etc/ssl"))
        RequestRoot \(directory.path("spool"))
        TempDir \(directory.path("spool/tmp"))
        CacheDir \(directory.path("cache"))
        StateDir \(directory.path("state"))
        AccessLog \(directory.path("log/access"))
        ErrorLog \(directory.path("log/error"))
        PageLog \(directory.path("log/page"))
        SyncOnClose Yes
        CreateSelfSignedCerts no

        """
    }

    private static func daemonConfiguration(in directory: RunDirectory) -> String {
        """
        LogLevel info
        Listen \(directory.path("cups.sock"))
        Browsing No
        BrowseLocalProtocols none
        DefaultAuthType None
        WebInterface No
        DirtyCleanInterval 0
        PreserveJobHistory Yes
        PreserveJobFiles No
        ErrorPolicy abort-job
        <Location />
          Order allow,deny
          Allow localhost
        </Location>
        <Policy default>
          JobPrivateAccess all
          JobPrivateValues none
          SubscriptionPrivateAccess all
          SubscriptionPrivateValues none
          <Limit All>
            Order allow,deny
            Allow localhost
          </Limit>
        </Policy>

        """
    }
}

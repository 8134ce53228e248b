import Foundation
import Synchronization

/// A pcscd of our own with vpcd readers, beside whatever the machine runs: own socket, own readers, own ports.
///
/// Clients find it by `environment`. vpcd listens on all interfaces and cannot be told otherwise, so this is for desks
/// and tests, never for an appliance.
package final class PrivatePCSCD: Sendable {
    /// Names of the readers as given; pcscd appends " 00 00" and, for vpcd's second slot, " 00 01".
    package let readers: [String]
    /// vpcd's port of each reader's first slot.
    package let ports: [UInt16]
    private let command: ServiceCommand
    private let process: Mutex<ServiceProcess?>

    /// Makes its configuration in `directory`; nothing runs yet.
    package init(in directory: RunDirectory, readers: [String] = ["Hall Identity", "Hall Enterprise"]) throws {
        self.readers = readers
        ports = readers.map { _ in FreePort.first(of: 2) }
        let configuration = try directory.directory("readers")
        for (index, reader) in readers.enumerated() {
            let driver = directory.path("vpcd-\(index).so")
            try Data(contentsOf: URL(fileURLWithPath: Self.driver)).write(to: URL(fileURLWithPath: driver))
            try Self.entry(reader, ports[index], driver: driver)
                .write(toFile: "\(configuration)/\(index)", atomically: true, encoding: .utf8)
        }
        command = Self.command(configuration, log: directory.path("pcscd.log"), socket: directory.path("pcscd.comm"))
        process = Mutex(nil)
    }

    /// What a client's environment needs. libpcsclite reads it at its first call in a process.
    package var environment: [String: String] { ["PCSCLITE_CSOCK_NAME": command.socket ?? ""] }
    package var isRunning: Bool { process.withLock { $0?.isRunning ?? false } }

    /// Starts it, also again after `stop` or `kill`, and returns when its readers wait for cards.
    package func start() async throws(ServiceFault) {
        // On a busy machine a start now and then hangs without a word.
        do { try await startOnce() } catch ServiceFault.notReady { try await startOnce() }
    }

    private func startOnce() async throws(ServiceFault) {
        await stop()
        let started = try ServiceProcess.start(command)
        process.withLock { $0 = started }
        try await started.waitUntilReady { ports.allSatisfy { ListeningPorts.contains($0) } }
    }

    package func stop() async {
        let running = process.withLock { process in
            defer { process = nil }
            return process
        }
        await running?.stop()
    }

    /// `kill -9`, and waits until it is dead.
    package func kill() async {
        let running = process.withLock(\.self)
        running?.kill()
        await running?.waitForExit()
    }

    /// A copy of the driver for each reader: it keeps its sockets in variables that two readers would share, and the
    /// first one would never see a card.
    private static let driver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so"

    private static func entry(_ reader: String, _ port: UInt16, driver: String) -> String {
        """
        FRIENDLYNAME "\(reader)"
        DEVICENAME /dev/null:\(port)
        LIBPATH \(driver)
        CHANNELID \(port)

        """
    }

    /// pcscd wants to write to /run/pcscd. A user who may not gets a /run of his own, in a namespace.
    private static func command(_ configuration: String, log: String, socket: String) -> ServiceCommand {
        let arguments = ["-f", "--error", "-c", configuration]
        guard geteuid() != 0, access("/run/pcscd", X_OK) != 0 else {
            return ServiceCommand("/usr/sbin/pcscd", arguments, log: log, socket: socket)
        }
        let script = "mount -t tmpfs run /run && exec /usr/sbin/pcscd \"$@\""
        return ServiceCommand(
            "/usr/bin/unshare", ["-rm", "/bin/sh", "-c", script, "pcscd"] + arguments, log: log, socket: socket)
    }
}

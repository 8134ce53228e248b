import Foundation
import Glibc

/// systemd's ear (sd_notify(3)): told that the program is ready, and again and again that it is alive.
package struct ServiceManager: Sendable {
    private let address: [UInt8]
    /// How long systemd waits for a sign of life before it stops the program; nil when it does not wait at all.
    package let patience: Duration?

    /// - Parameter environment: nil comes out where no service manager has started the program.
    package init?(environment: [String: String]) {
        guard let socket = environment["NOTIFY_SOCKET"], socket.utf8.count < 108, let first = socket.first,
            first == "/" || first == "@"
        else { return nil }
        // A socket in the abstract namespace begins with a zero byte.
        address = first == "@" ? [0] + Array(socket.utf8.dropFirst()) : Array(socket.utf8)
        patience = environment["WATCHDOG_USEC"].flatMap(Int.init).map { .microseconds($0) }
    }

    package func ready() { send("READY=1") }
    package func alive() { send("WATCHDOG=1") }

    /// What cannot be sent is lost: a service manager that is gone restarts nothing.
    private func send(_ state: String) {
        let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return }
        defer { close(socket) }
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: address) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + address.count)
        let bytes = Array(state.utf8)
        _ = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}

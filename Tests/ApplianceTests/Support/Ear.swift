import Foundation
import Glibc

/// systemd's side of the conversation: a datagram socket, and what was said on it.
final class Ear {
    let path: String
    private let socket: Int32

    init(in folder: URL) throws {
        path = folder.appending(path: "notify").path
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) }
        }
        guard bound == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    deinit { close(socket) }

    /// All that was said since the last time.
    func heard() -> [String] {
        var words: [String] = []
        var bytes = [UInt8](repeating: 0, count: 256)
        while true {
            let count = recv(socket, &bytes, bytes.count, 0)
            guard count > 0 else { return words }
            words.append(String(decoding: bytes.prefix(count), as: UTF8.self))
        }
    }
}

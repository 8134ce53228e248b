import Foundation
import Synchronization
import VirtualDevices

/// QEMU's monitor (QMP): one command at a time, events are passed over.
final class MonitorLine: Sendable {
    struct Failure: Error, CustomStringConvertible { let description: String }

    private let socket: Int32
    private let rest = Mutex<[UInt8]>([])

    init(socket path: String) throws {
        guard let socket = UnixSocket.connect(to: path) else { throw Failure(description: "no monitor at \(path)") }
        self.socket = socket
        _ = try line()
        try run("qmp_capabilities")
    }

    deinit { close(socket) }

    /// - Parameter arguments: JSON.
    func run(_ command: String, _ arguments: [String: Any] = [:]) throws {
        let request = try JSONSerialization.data(withJSONObject: ["execute": command, "arguments": arguments])
        let bytes = Array(request) + [0x0A]
        guard send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw Failure(description: "the machine is gone")
        }
        while true {
            guard let answer = try JSONSerialization.jsonObject(with: line()) as? [String: Any] else { continue }
            if let error = answer["error"] { throw Failure(description: "\(command): \(error)") }
            if answer["return"] != nil { return }
        }
    }

    private func line() throws -> Data {
        try rest.withLock { rest in
            while true {
                if let end = rest.firstIndex(of: 0x0A) {
                    defer { rest.removeFirst(end + 1) }
                    return Data(rest[..<end])
                }
                var chunk = [UInt8](repeating: 0, count: 4096)
                let count = recv(socket, &chunk, chunk.count, 0)
                guard count > 0 else { throw Failure(description: "the machine is gone") }
                rest += chunk.prefix(count)
            }
        }
    }
}

import Foundation

/// vpcd's framing: two bytes of length, big-endian, then the message.
enum VPCDFrame {
    /// Nil at the end of the connection.
    static func receive(from socket: Int32) -> [UInt8]? {
        guard let header = receive(2, from: socket) else { return nil }
        return receive(Int(header[0]) << 8 | Int(header[1]), from: socket)
    }

    static func send(_ message: [UInt8], to socket: Int32) {
        let frame = [UInt8(message.count >> 8 & 0xFF), UInt8(message.count & 0xFF)] + message
        var rest = frame[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if sent > 0 { rest = rest.dropFirst(sent) } else if errno != EINTR { return }
        }
    }

    private static func receive(_ count: Int, from socket: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            acknowledgeQuickly(socket)
            let got = bytes.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress?.advanced(by: filled), count - filled, 0)
            }
            if got > 0 { filled += got } else if got == 0 || errno != EINTR { return nil }
        }
        return bytes
    }

    /// vpcd 3.3 sends length and message in two writes; with a delayed acknowledgement each command would take 44 ms.
    /// Linux takes the option back by itself, so it is set before every read.
    private static func acknowledgeQuickly(_ socket: Int32) {
        var yes: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), 12, &yes, 4)  // 12: TCP_QUICKACK, which Swift does not import.
    }
}

/// TCP over the loopback interface.
enum LoopbackSocket {
    static func connect(to port: UInt16) -> Int32? {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 { return socket }
        close(socket)
        return nil
    }
}

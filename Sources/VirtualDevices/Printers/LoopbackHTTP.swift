import Foundation

/// The one request that the virtual printer's web form needs.
enum LoopbackHTTP {
    /// - Returns: the answer, headers and all.
    static func get(_ path: String, port: UInt16) throws(POSIXError) -> Data {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw POSIXError(errno) }
        defer { close(socket) }
        var limit = timeval(tv_sec: 3, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        try connect(socket, port: port)
        let request = Array("GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n".utf8)
        guard send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw POSIXError(errno)
        }
        shutdown(socket, Int32(SHUT_WR))  // Or it would keep the connection for a next request.
        return try readToEnd(socket)
    }

    private static func connect(_ socket: Int32, port: UInt16) throws(POSIXError) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard connected else { throw POSIXError(errno) }
    }

    private static func readToEnd(_ socket: Int32) throws(POSIXError) -> Data {
        var answer = Data()
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0 { throw POSIXError(errno) }
            if count == 0 { return answer }
            answer.append(contentsOf: buffer[..<count])
        }
    }
}

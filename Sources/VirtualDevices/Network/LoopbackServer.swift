import Foundation

/// HTTP/1.1 on loopback, one request a connection: what a small device has.
final class LoopbackServer: @unchecked Sendable {
    // Unchecked: everything mutable is guarded by `lock`.
    struct Request {
        let method: String
        let path: String
        let body: Data
    }

    struct Response {
        var status: String
        var headers: [String: String] = [:]
        var body = Data()
        /// In pieces, as devices send what they do not know the length of.
        var isChunked = false
    }

    let port: UInt16
    private let answer: @Sendable (Request) -> Response
    private let lock = NSLock()
    private var listener: Int32?

    private static let mostBytes = 1 << 20

    /// - Parameter answer: called on a thread of each connection's own; it may take its time.
    init(answer: @escaping @Sendable (Request) -> Response) throws {
        self.answer = answer
        let (listener, port) = try LoopbackListener.open()
        self.port = port
        self.listener = listener
        listen(on: listener)
    }

    deinit { stop() }

    /// Nobody answers at the port until it is started again.
    func stop() {
        lock.withLock {
            guard let listener else { return }
            shutdown(listener, Int32(SHUT_RDWR))
            close(listener)
            self.listener = nil
        }
    }

    func start() throws {
        try lock.withLock {
            guard listener == nil else { return }
            let (listener, _) = try LoopbackListener.open(port)
            self.listener = listener
            listen(on: listener)
        }
    }

    private func listen(on listener: Int32) {
        let thread = Thread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                guard let self else {
                    close(connection)
                    return
                }
                Thread { self.serve(connection) }.start()
            }
        }
        thread.name = "loopback-server"
        thread.start()
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard let request = Self.read(connection) else { return }
        let response = answer(request)
        var head = "HTTP/1.1 \(response.status)\r\nConnection: close\r\n"
        for (name, value) in response.headers { head += "\(name): \(value)\r\n" }
        head +=
            response.isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: \(response.body.count)\r\n\r\n"
        var message = Data(head.utf8)
        if response.isChunked {
            for start in stride(from: 0, to: response.body.count, by: 16_384) {
                let piece = response.body.dropFirst(start).prefix(16_384)
                message += Data((String(piece.count, radix: 16) + "\r\n").utf8) + piece + Data("\r\n".utf8)
            }
            message += Data("0\r\n\r\n".utf8)
        } else {
            message += response.body
        }
        Self.write(message, to: connection)
    }

    /// Nil for what is no request, or one without an end.
    private static func read(_ connection: Int32) -> Request? {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 16_384)
        func more() -> Bool {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0, data.count + count <= mostBytes else { return false }
            data.append(contentsOf: buffer[..<count])
            return true
        }
        let end = Data("\r\n\r\n".utf8)
        while data.range(of: end) == nil { guard more() else { return nil } }
        guard let headEnd = data.range(of: end) else { return nil }
        let lines = String(decoding: data[..<headEnd.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        let length =
            lines.dropFirst().first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) } ?? 0
        while data.count - headEnd.upperBound < length { guard more() else { return nil } }
        return Request(
            method: String(words[0]), path: String(words[1]),
            body: Data(data[headEnd.upperBound..<headEnd.upperBound + length]))
    }

    private static func write(_ message: Data, to connection: Int32) {
        message.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = send(
                    connection, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
                if count <= 0 { return }
                sent += count
            }
        }
    }
}

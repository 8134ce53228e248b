import Foundation

/// A loopback relay between kiosk and store that can be cut: what a pulled network cable is to a hall.
///
/// Bytes pass untouched, so TLS ends where it should. A cut closes every connection and refuses new ones until mended.
package final class NetworkRelay: @unchecked Sendable {
    // Unchecked: everything mutable is guarded by `lock`.
    package let port: UInt16
    private let target: UInt16
    private let listener: Int32
    private let lock = NSLock()
    private var isCut = false
    private var isClosed = false
    private var open: Set<Int32> = []

    package enum Failure: Error { case cannotListen(errno: Int32) }

    /// Listens on a free loopback port and passes everything to `target` on loopback.
    package init(to target: UInt16) throws {
        let (listener, port) = try Self.listen()
        self.listener = listener
        self.port = port
        self.target = target
        let thread = Thread { [weak self] in
            while let self, self.acceptOne() {}
        }
        thread.name = "network-relay"
        thread.start()
    }

    deinit { close() }

    package var isNetworkCut: Bool { lock.withLock { isCut } }

    package func cut() {
        lock.withLock {
            isCut = true
            for descriptor in open { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    package func mend() { lock.withLock { isCut = false } }

    package func close() {
        lock.withLock {
            guard !isClosed else { return }
            isClosed = true
            shutdown(listener, Int32(SHUT_RDWR))
            for descriptor in open { shutdown(descriptor, Int32(SHUT_RDWR)) }
            Glibc.close(listener)
        }
    }

    private func acceptOne() -> Bool {
        let incoming = accept(listener, nil, nil)
        if incoming < 0 { return !lock.withLock { isClosed } && errno != EBADF && errno != EINVAL }
        guard !lock.withLock({ isCut }), let outgoing = LoopbackSocket.connect(to: target) else {
            Glibc.close(incoming)
            return true
        }
        lock.withLock {
            _ = open.insert(incoming); _ = open.insert(outgoing)
        }
        relay(incoming, outgoing)
        return true
    }

    // One thread per direction; the one that ends last closes both.
    private func relay(_ one: Int32, _ other: Int32) {
        let group = DispatchGroup()
        for (source, sink) in [(one, other), (other, one)] {
            group.enter()
            let thread = Thread {
                Self.copy(from: source, to: sink)
                group.leave()
            }
            thread.start()
        }
        group.notify(queue: .global()) { [weak self] in
            self?.lock.withLock { self?.open.subtract([one, other]) }
            Glibc.close(one)
            Glibc.close(other)
        }
    }

    private static func copy(from source: Int32, to sink: Int32) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(source, &buffer, buffer.count, 0)
            if count <= 0 { break }
            var sent = 0
            while sent < count {
                let written = buffer.withUnsafeBytes { bytes in
                    send(sink, bytes.baseAddress.map { $0 + sent }, count - sent, Int32(MSG_NOSIGNAL))
                }
                if written <= 0 { break }
                sent += written
            }
            if sent < count { break }
        }
        shutdown(source, Int32(SHUT_RDWR))
        shutdown(sink, Int32(SHUT_RDWR))
    }

    private static func listen() throws -> (Int32, UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = loopback(port: 0)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard descriptor >= 0, bound == 0, Glibc.listen(descriptor, 64) == 0 else {
            throw Failure.cannotListen(errno: errno)
        }
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}

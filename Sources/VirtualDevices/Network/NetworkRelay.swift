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

    /// Listens on a free loopback port and passes everything to `target` on loopback.
    package init(to target: UInt16) throws {
        let (listener, port) = try LoopbackListener.open()
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
}

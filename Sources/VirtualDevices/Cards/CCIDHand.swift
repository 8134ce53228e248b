import Foundation
import Synchronization

/// A hand at a smart-card reader of a machine in QEMU (`usb-ccid` with `ccid-card-passthru`): the guest's own driver and
/// daemon read the card. QEMU listens on a socket; the hand stays connected as long as the machine runs.
package final class CCIDHand: CardHand {
    private struct State {
        var card: (any VirtualCard)?
        var socket: Int32?
        var commands = 0
        var isOver = false
    }

    /// libcacard's vscard_common.h: type, reader and length, each four bytes, the highest first.
    private enum Kind: UInt32 {
        case hello = 1
        case error = 2
        case addReader = 3
        case answerToReset = 5
        case removeCard = 6
        case command = 7
    }

    private let path: String
    private let state = Mutex(State())

    /// - Parameter path: QEMU's socket; it may come later.
    package init(socket path: String) {
        self.path = path
        Thread.detachNewThread { [weak self] in
            while self?.connect() == true { usleep(100_000) }
        }
    }

    package var card: (any VirtualCard)? { state.withLock(\.card) }
    package var commands: Int { state.withLock(\.commands) }
    package var exchange: VPCDHand.Exchange? { nil }

    package func insert(_ card: any VirtualCard) {
        remove()
        card.reset()
        state.withLock { state in
            state.card = card
            if let socket = state.socket { Self.send(.answerToReset, card.atr ?? [], to: socket) }
        }
    }

    package func remove() {
        state.withLock { state in
            if state.card != nil, let socket = state.socket { Self.send(.removeCard, [], to: socket) }
            state.card = nil
        }
    }

    /// Nobody connects any more.
    package func close() {
        state.withLock { state in
            state.isOver = true
            if let socket = state.socket { shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }

    /// Until the connection ends.
    /// - Returns: whether it is to be tried again.
    private func connect() -> Bool {
        if state.withLock(\.isOver) { return false }
        guard let socket = UnixSocket.connect(to: path) else { return true }
        defer { Foundation.close(socket) }
        Self.send(.hello, Array("VSCD".utf8) + [0, 0, 0, 2] + [0, 0, 0, 0], to: socket, reader: .max)
        serve(socket)
        return state.withLock { state in
            state.socket = nil
            return !state.isOver
        }
    }

    private func serve(_ socket: Int32) {
        while let (kind, body) = Self.receive(from: socket) {
            switch kind {
            case Kind.hello.rawValue: Self.send(.addReader, Array("hand".utf8), to: socket)
            case Kind.error.rawValue:
                // The reader is added: now a card may lie on it.
                state.withLock { state in
                    guard state.socket == nil else { return }
                    state.socket = socket
                    if let card = state.card { Self.send(.answerToReset, card.atr ?? [], to: socket) }
                }
            case Kind.command.rawValue:
                let card = state.withLock { state in
                    state.commands += 1
                    return state.card
                }
                switch card?.answer(body) {
                case .answer(let bytes): Self.send(.command, bytes, to: socket)
                case .pulled: remove()
                case .hang, nil: break
                }
            default: break
            }
        }
    }

    private static func send(_ kind: Kind, _ body: [UInt8], to socket: Int32, reader: UInt32 = 0) {
        let header = [kind.rawValue, reader, UInt32(body.count)].flatMap { word in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
        var rest = (header + body)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if sent > 0 { rest = rest.dropFirst(sent) } else if errno != EINTR { return }
        }
    }

    private static func receive(from socket: Int32) -> (kind: UInt32, body: [UInt8])? {
        guard let header = receive(12, from: socket) else { return nil }
        func word(_ index: Int) -> UInt32 { header[index * 4..<index * 4 + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        guard word(2) <= 65_536, let body = receive(Int(word(2)), from: socket) else { return nil }
        return (word(0), body)
    }

    private static func receive(_ count: Int, from socket: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var chunk = [UInt8](repeating: 0, count: count - bytes.count)
            let got = recv(socket, &chunk, chunk.count, 0)
            if got > 0 { bytes += chunk.prefix(got) } else if got == 0 || errno != EINTR { return nil }
        }
        return bytes
    }
}

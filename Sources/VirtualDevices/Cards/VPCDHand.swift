import Foundation
import Synchronization

/// The hand that lays a virtual card on a reader of vpcd, and takes it away.
///
/// The card is the client of vpcd's port: a connection is a card that is present. When pcscd dies, the card lies
/// there still: the hand connects again as soon as the port is back.
package final class VPCDHand: Sendable {
    private struct State {
        var card: (any VirtualCard)?
        /// Grows with each laying on and taking away, so that an older connection's thread knows that it is over.
        var turn = 0
        var socket: Int32?
        var lastRemoval: ContinuousClock.Instant?
        var commands = 0
        var exchange: Exchange?
    }

    /// What was asked of the card that lies there: a benchmark tells the card's own time from everybody else's.
    package struct Exchange: Hashable, Sendable {
        package fileprivate(set) var commands = 0
        package let first: ContinuousClock.Instant
        package fileprivate(set) var last: ContinuousClock.Instant
    }

    private let port: UInt16
    private let state = Mutex(State())

    package init(port: UInt16) { self.port = port }

    deinit { remove() }

    /// The card on the reader.
    package var card: (any VirtualCard)? { state.withLock(\.card) }
    /// Commands that reached a card so far.
    package var commands: Int { state.withLock(\.commands) }
    /// Since the card was laid on; nil before its first command.
    package var exchange: Exchange? { state.withLock(\.exchange) }

    /// Lays a card on; one that lies there is taken away first.
    package func insert(_ card: any VirtualCard) {
        remove()
        let (turn, mayGoUnnoticed) = state.withLock { state in
            state.card = card
            state.exchange = nil
            state.turn += 1
            return (state.turn, state.lastRemoval.map { .now - $0 < Self.noticingTime } ?? false)
        }
        Thread.detachNewThread { [weak self, port] in
            if mayGoUnnoticed { Self.showEmptyReader(port) { self?.isCurrent(turn) ?? false } }
            while let socket = Self.connect(to: port, while: { self?.isCurrent(turn) ?? false }) {
                let isOver = self?.begin(turn, socket) != true
                defer { close(socket) }
                if isOver { return }
                card.reset()
                let isPulled = Self.serve(card, socket) { self?.count() }
                self?.end(turn, isPulled: isPulled)
            }
        }
    }

    package func remove() {
        state.withLock { state in
            if state.card != nil { state.lastRemoval = .now }
            state.card = nil
            state.turn += 1
            // The thread that reads from it closes it.
            if let socket = state.socket { shutdown(socket, Int32(SHUT_RDWR)) }
            state.socket = nil
        }
    }

    // pcscd looks every 400 ms; after two looks it knows.
    private static let noticingTime: Duration = .milliseconds(850)

    /// A card swapped faster than pcscd looks may be taken for the same one, which no hand could do to a real reader.
    /// So its next look is answered by hanging up.
    private static func showEmptyReader(_ port: UInt16, while isWanted: () -> Bool) {
        guard let socket = connect(to: port, while: isWanted) else { return }
        defer { close(socket) }
        while let message = VPCDFrame.receive(from: socket), message != [0x04] {}
    }

    private func isCurrent(_ turn: Int) -> Bool { state.withLock { $0.turn == turn } }

    private func begin(_ turn: Int, _ socket: Int32) -> Bool {
        state.withLock { state in
            guard state.turn == turn else { return false }
            state.socket = socket
            return true
        }
    }

    private func end(_ turn: Int, isPulled: Bool) {
        state.withLock { state in
            guard state.turn == turn else { return }
            state.socket = nil
            if isPulled { (state.card, state.turn, state.lastRemoval) = (nil, turn + 1, .now) }
        }
    }

    private func count() {
        let now = ContinuousClock.now
        state.withLock { state in
            state.commands += 1
            var exchange = state.exchange ?? Exchange(first: now, last: now)
            exchange.commands += 1
            exchange.last = now
            state.exchange = exchange
        }
    }

    /// Answers until the connection ends.
    /// - Returns: whether the card was pulled; then it is not laid on again by itself.
    private static func serve(_ card: any VirtualCard, _ socket: Int32, counting: () -> Void) -> Bool {
        while let message = VPCDFrame.receive(from: socket) {
            switch message {
            case [0x00], [0x01], [0x02]: card.reset()  // Power off, power on, reset.
            // pcscd gives up on an answer to reset longer than 33 bytes, as on one that never comes; a missing or
            // empty frame would stop its thread for ever.
            case [0x04]: VPCDFrame.send(card.atr ?? [UInt8](repeating: 0, count: 40), to: socket)
            default:
                counting()
                switch card.answer(message) {
                case .answer(let bytes): VPCDFrame.send(bytes, to: socket)
                case .pulled: return true
                case .hang: while VPCDFrame.receive(from: socket) != nil {}
                }
            }
        }
        return false
    }

    /// Tries until somebody listens or nobody wants it any more.
    private static func connect(to port: UInt16, while isWanted: () -> Bool) -> Int32? {
        while isWanted() {
            if let socket = LoopbackSocket.connect(to: port) { return socket }
            usleep(20_000)
        }
        return nil
    }
}

import Foundation
import Glibc
import Synchronization
import TerminalEmulator

/// A pty whose far side is an emulated screen: a thread keeps it drained and answers its questions.
final class PseudoTerminal: Sendable {
    let master: Int32
    let slave: Int32
    let path: String
    private let screenBox: Mutex<EmulatedScreen>
    private let bytesBox = Mutex<[UInt8]>([])
    private let isHungUp = Mutex(false)

    /// - Parameter cell: the pixels of a cell, of a terminal that knows sixels.
    init(columns: Int, rows: Int, answers: Bool = true, cell: (width: Int, height: Int)? = nil) throws {
        var (master, slave) = (Int32(-1), Int32(-1))
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw POSIXError(.EIO) }
        self.master = master
        self.slave = slave
        path = String(cString: ttyname(slave))
        var screen = EmulatedScreen(columns: columns, rows: rows)
        screen.cellPixels = cell
        screenBox = Mutex(screen)
        Thread.detachNewThread { [self] in drain(answers: answers) }
    }

    var screen: EmulatedScreen { screenBox.withLock { $0 } }
    var bytes: [UInt8] { bytesBox.withLock { $0 } }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    var settings: [UInt8] {
        var settings = termios()
        tcgetattr(slave, &settings)
        return withUnsafeBytes(of: settings) { Array($0) }
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(master, bytes, bytes.count)
    }

    func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        screenBox.withLock { $0.resize(columns: columns, rows: rows) }
    }

    func forgetBytes() { bytesBox.withLock { $0 = [] } }

    /// Waits until the far side has got what was written, at most 10 s.
    func waits(until condition: (PseudoTerminal) -> Bool) async -> Bool {
        for _ in 0..<2000 {
            if condition(self) { return true }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return false
    }

    /// The thread closes the master: while a read waits on it, closing it elsewhere would not hang up.
    func hangUp() { isHungUp.withLock { $0 = true } }

    private func drain(answers: Bool) {
        defer { close(master) }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while !isHungUp.withLock({ $0 }) {
            var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, 20) > 0 else { continue }
            let count = read(master, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            let part = Array(chunk[..<count])
            bytesBox.withLock { $0 += part }
            let replies = screenBox.withLock { screen in
                screen.feed(part)
                return screen.takeReplies()
            }
            if answers, !replies.isEmpty { _ = Glibc.write(master, replies, replies.count) }
        }
    }
}

import CTerminal
import Glibc

/// A tty in raw mode, on the alternate screen, with the mouse on; given back however the process ends.
struct TTY: Sendable {
    let input: Int32
    let output: Int32

    /// Alternate screen, no cursor, mouse presses and drags (1002) as SGR (1006), pastes marked (2004).
    private static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h"
    /// The reverse, and the end of a synchronized frame that may be open.
    private static let leave =
        "\u{1B}[?2026l\u{1B}[?1016l\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[m\u{1B}[?25h\u{1B}[?1049l"
    /// How many pixels has a cell (xterm's CSI 16 t)? Also asked anew with every size.
    static let cellQuestion = "\u{1B}[16t"
    /// And: does it know synchronized output (DECRQM 2026), and touches in pixels (1016)? What can it do (DA1)?
    private static let questions = cellQuestion + "\u{1B}[?2026$p\u{1B}[?1016$p\u{1B}[c"

    static func take(input: Int32, output: Int32) throws(TerminalFault) -> TTY {
        guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
        let tty = TTY(input: input, output: output)
        let restore = Array(leave.utf8)
        guard terminal_take(input, output, restore, restore.count) == 0 else {
            throw errno == EBUSY ? .alreadyTaken : .system(errno)
        }
        tty.write(Array((enter + questions).utf8))
        return tty
    }

    func giveBack() {
        terminal_give_back()
    }

    /// Nil while the terminal does not tell.
    var size: Size? {
        var size = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return Size(width: Int(size.ws_col), height: Int(size.ws_row))
    }

    /// Nil where the terminal does not tell it by this way: xterm does, and foot.
    var cellSize: CellSize? {
        var size = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return CellSize(width: Int(size.ws_xpixel / size.ws_col), height: Int(size.ws_ypixel / size.ws_row))
    }

    /// Writes all of it, in one call where the terminal takes it. A tty that is gone swallows it: its reader tells.
    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(output, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&descriptor, 1, 1000)
                } else if errno != EINTR {
                    return
                }
            }
        }
    }

    /// What can be read at once, at most 64 KiB; nil when the tty is gone.
    func read() -> [UInt8]? {
        var bytes: [UInt8] = []
        var mayBeMore: Bool
        repeat {
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = Glibc.read(input, &chunk, chunk.count)
            mayBeMore = count < 0 || count == chunk.count
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return bytes.isEmpty ? nil : bytes }
            bytes += chunk[..<count]
        } while mayBeMore && bytes.count < 65_536 && isReadable
        return bytes
    }

    private var isReadable: Bool {
        var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) == 1 && descriptor.revents & Int16(POLLIN) != 0
    }
}

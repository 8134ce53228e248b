import Foundation
import Framebuffer
import Synchronization
import Terminal
import TerminalEmulator

/// The kiosk on a machine in QEMU, as seen from outside: its screen is read from the pixels, the finger is a pointer on
/// the emulated panel.
final class GuestFront: KioskFront {
    private struct State {
        var screen: EmulatedScreen
        var isOver = false
        var isGone = false
    }

    private let monitor: Mutex<MonitorLine>
    private let geometry: GridGeometry
    private let reader: GridReader
    private let picture: String
    private let state: Mutex<State>

    /// - Parameters:
    ///   - monitor: QEMU's socket.
    ///   - panel: its pixels.
    ///   - folder: for the pictures in between.
    init(monitor path: String, panel: PixelSize, folder: String) throws {
        let settings = FramebufferSettings(fonts: MachineSite.fonts)
        let cell = settings.cell(on: panel, .normal)
        geometry = GridGeometry(canvas: panel, cell: cell)
        reader = GridReader(
            geometry: geometry, rasterizer: try GlyphRasterizer(settings.fonts, cell: cell), themes: [.standard])
        monitor = Mutex(try MonitorLine(socket: path))
        picture = "\(folder)/screen.ppm"
        state = Mutex(
            State(screen: EmulatedScreen(columns: geometry.size.width, rows: geometry.size.height)))
        try look()
        Thread.detachNewThread { [weak self] in
            while self?.follow() == true { usleep(60_000) }
        }
    }

    var screen: EmulatedScreen { state.withLock(\.screen) }

    /// The machine was switched off.
    var isGone: Bool { state.withLock(\.isGone) }

    /// No more is looked at.
    func close() { state.withLock { $0.isOver = true } }

    func touch(column: Int, row: Int) {
        move(to: (column, row))
        button(isDown: true)
        // A finger rests a moment; QEMU would drop what comes faster than the guest asks for it.
        usleep(60_000)
        button(isDown: false)
        usleep(60_000)
    }

    func draw(_ way: [(column: Int, row: Int)]) {
        guard let first = way.first else { return }
        move(to: first)
        button(isDown: true)
        for place in way {
            move(to: place)
            usleep(60_000)
        }
        button(isDown: false)
    }

    /// As a hand scanner sends it: a keyboard of the United States.
    func send(_ bytes: [UInt8]) {
        for byte in bytes {
            let keys = Self.keys(for: Character(Unicode.Scalar(byte))).map { ["type": "qcode", "data": $0] }
            try? monitor.withLock { try $0.run("send-key", ["keys": keys]) }
        }
    }

    /// QEMU's names of the keys that are pressed together.
    private static func keys(for character: Character) -> [String] {
        if let names = signs[character] { return names }
        return (character.isUppercase ? ["shift"] : []) + [character.lowercased()]
    }

    private static let signs: [Character: [String]] = [
        "\r": ["ret"], "\n": ["ret"], " ": ["spc"], "/": ["slash"], "?": ["shift", "slash"], ".": ["dot"],
        "-": ["minus"], "_": ["shift", "minus"], "=": ["equal"], ":": ["shift", "semicolon"], "&": ["shift", "7"],
        "%": ["shift", "5"], "#": ["shift", "3"],
    ]

    func kill() { try? monitor.withLock { try $0.run("system_reset") } }

    private func move(to place: (column: Int, row: Int)) {
        let block = geometry.pixels(Rect(x: place.column, y: place.row, width: 1, height: 1))
        func axis(_ name: String, _ at: Int, _ length: Int, of panel: Int) -> [String: Any] {
            ["type": "abs", "data": ["axis": name, "value": (2 * at + length) * 16384 / panel]]
        }
        input([
            axis("x", block.x, block.width, of: geometry.canvas.width),
            axis("y", block.y, block.height, of: geometry.canvas.height),
        ])
    }

    private func button(isDown: Bool) {
        input([["type": "btn", "data": ["button": "left", "down": isDown]]])
    }

    private func input(_ events: [[String: Any]]) {
        try? monitor.withLock { try $0.run("input-send-event", ["events": events]) }
    }

    private func follow() -> Bool {
        if state.withLock(\.isOver) { return false }
        do { try look() } catch {
            state.withLock { $0.isGone = true }
            return false
        }
        return true
    }

    private func look() throws {
        try monitor.withLock { try $0.run("screendump", ["filename": picture]) }
        guard let dump = FileManager.default.contents(atPath: picture),
            let canvas = Canvas(portablePixmap: Array(dump)), canvas.size == geometry.canvas
        else { return }
        var screen = EmulatedScreen(columns: geometry.size.width, rows: geometry.size.height)
        for (y, row) in reader.rows(of: canvas).enumerated() {
            screen.feed("\u{1B}[\(y + 1);1H" + String(row.map(\.character)))
        }
        state.withLock { [screen] in $0.screen = screen }
    }
}

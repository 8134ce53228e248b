import Terminal

extension InputEvent {
    /// The bytes with which a terminal would tell a program of this event; empty for what a program is not told.
    var bytes: [UInt8] {
        switch self {
        case .touch(let touch):
            switch touch.phase {
            case .down: Self.mouse(0, touch.point, "M")
            case .move: Self.mouse(32, touch.point, "M")
            case .up: Self.mouse(0, touch.point, "m")
            }
        case .scroll(let rows, let point): Self.mouse(rows > 0 ? 65 : 64, point, "M")
        case .key(let key): Array(Self.sequence(key).utf8)
        case .resize, .focus, .report, .closed: []
        }
    }

    private static func mouse(_ button: Int, _ point: Point, _ end: String) -> [UInt8] {
        Array("\u{1B}[<\(button);\(point.x + 1);\(point.y + 1)\(end)".utf8)
    }

    private static func sequence(_ key: Key) -> String {
        switch key {
        case .character(let character): String(character)
        case .control(let letter): letter.asciiValue.map { String(UnicodeScalar($0 & 31)) } ?? ""
        case .function: ""
        case .enter: "\r"
        case .escape: "\u{1B}"
        case .tab: "\t"
        case .backTab: "\u{1B}[Z"
        case .backspace: "\u{7F}"
        case .delete: "\u{1B}[3~"
        case .insert: "\u{1B}[2~"
        case .up: "\u{1B}[A"
        case .down: "\u{1B}[B"
        case .right: "\u{1B}[C"
        case .left: "\u{1B}[D"
        case .home: "\u{1B}[H"
        case .end: "\u{1B}[F"
        case .pageUp: "\u{1B}[5~"
        case .pageDown: "\u{1B}[6~"
        }
    }
}

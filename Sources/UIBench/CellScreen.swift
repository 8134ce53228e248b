import Terminal

/// A screen full of Chinese. `n` changes every cell of it, any other key one glyph in its middle.
struct CellScreen: BenchScreen {
    /// Made beforehand, as the peers do: what is measured is drawing, not making texts.
    private static let pages = (0..<4).map { page in (0..<60).map { row in text(page: page, row: row) } }
    /// The middle row after so many keys, by page.
    private static let keyRows = pages.map { page in
        ["沪", "建", "筑", "师"].map { String(page[30].prefix(50) + $0 + page[30].dropFirst(51)) }
    }

    private(set) var page = 0
    private var keys = 0

    /// 100 glyphs, all others on every page.
    private static func text(page: Int, row: Int) -> String {
        var text = String.UnicodeScalarView()
        for column in 0..<100 {
            let value = 0x4E00 + UInt32((page * 5000 + row * 131 + column) % 20_000)
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }

    func view(size: Size) -> View<BenchAction> {
        View.column {
            for (row, text) in Self.pages[page].prefix(size.height).enumerated() {
                View.line(row == 30 && keys > 0 ? keyRow : text, mayBeShortened: true)
            }
        }
        .meaning(.list, "cells")
    }

    private var keyRow: String { Self.keyRows[page][keys % 4] }

    mutating func take(_ action: BenchAction) {}

    mutating func take(_ key: Key) {
        if key == .character("n") {
            page = (page + 1) % Self.pages.count
            keys = 0
        } else {
            keys += 1
        }
    }
}

@testable import Terminal

/// Two grids that follow each other, by what is hard about them.
enum WideGlyphTraps {
    typealias Draw = @Sendable (Size) -> Grid

    static let table: [String: [(Draw, Draw)]] = [
        "a wide glyph gives way to blanks that were blank before": [
            (grid { $0.text("你好，世界！", 0, .selected) }, grid { $0.text("Hello", 0, .normal) }),
            (grid { $0.text("你好", 4, .pressed) }, grid { _ in }),
        ],
        "scrolled Chinese leaves no ink behind": [
            (
                grid { for y in 0..<3 { $0.text("第\(y)行内容x", y % 2, .normal, y: y) } },
                grid { for y in 0..<3 { $0.text("第\(y + 1)行内容x", (y + 1) % 2, .normal, y: y) } }
            )
        ],
        "a box over the right half of a glyph": [
            (
                grid { $0.text("abc字字字", 0, .normal) },
                grid {
                    $0.text("abc字字字", 0, .normal)
                    $0.fill(Rect(x: 4, y: 0, width: 4, height: 1), with: "│", style: .border)
                }
            )
        ],
        "a box over the left half of a glyph": [
            (
                grid { $0.text("abc字d", 0, .normal) },
                grid {
                    $0.text("abc字d", 0, .normal)
                    $0.fill(Rect(x: 0, y: 0, width: 4, height: 1), style: .backdrop)
                }
            )
        ],
        "a style change draws both halves": [
            (grid { $0.text("字母", 3, .normal) }, grid { $0.text("字母", 3, .selected) })
        ],
        "a style change of the ground under one half": [
            (
                grid { $0.text("字母", 3, .normal) },
                grid {
                    $0.text("字母", 3, .normal)
                    $0.restyle(Rect(x: 4, y: 0, width: 5, height: 1), .pressed)
                }
            )
        ],
        "a wide glyph in the last columns gives way to a narrow one": [
            (grid { $0.text("上", 10, .error) }, grid { $0.text("x", 10, .normal) }),
            (grid { $0.text("上", 11, .error) }, grid { $0.text("x", 11, .normal) }),
        ],
        "a narrow glyph moves a wide one by half": [
            (grid { $0.text("上海上海", 0, .normal) }, grid { $0.text("x上海上海", 0, .normal) })
        ],
    ]

    private static func grid(_ draw: @escaping @Sendable (inout Grid) -> Void) -> Draw {
        { size in
            var grid = Grid(size)
            draw(&grid)
            return grid
        }
    }
}

extension Grid {
    fileprivate mutating func text(_ text: String, _ x: Int, _ style: Style, y: Int = 0) {
        write(text, at: Point(x: x, y: y), style: style)
    }
}

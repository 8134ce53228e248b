import Glibc
import Terminal

/// `ui-bench`: the screens of script/bench ui, drawn as the kiosk draws: views, layout, semantic tree, cells, bytes.
@main
struct UIBench {
    private static let usage = """
        usage: ui-bench cells|form|pinyin            shows the screen on this terminal; ends at q
               ui-bench targets SCREEN COLUMNS ROWS  tells where its targets are: column, row and label
               ui-bench pipeline cells|form FRAMES   as many changes without a terminal, for counting instructions

        """

    static func main() async {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            switch (arguments.first, arguments.count) {
            case ("cells", 1): try await show(CellScreen())
            case ("form", 1): try await show(FormScreen())
            case ("pinyin", 1): try await show(try PinyinScreen())
            case ("targets", 4): try tell(targetsOf: arguments[1], columns: arguments[2], rows: arguments[3])
            case ("pipeline", 3): print(pipeline(arguments[1], frames: Int(arguments[2]) ?? 0))
            default: throw BenchFault.usage(usage)
            }
        } catch {
            let words = Array("\(error)\n".utf8)
            _ = write(STDERR_FILENO, words, words.count)
            exit(1)
        }
    }

    private static func show(_ screen: some BenchScreen) async throws {
        var loop = BenchLoop(screen)
        try await loop.run()
    }

    private static func pipeline(_ name: String, frames: Int) -> Int {
        name == "form" ? Pipeline.form(frames: frames) : Pipeline.cells(frames: frames)
    }

    /// From 1, as a mouse reports them.
    private static func tell(targetsOf name: String, columns: String, rows: String) throws {
        let screen: any BenchScreen = name == "pinyin" ? try PinyinScreen() : FormScreen()
        let size = Size(width: Int(columns) ?? 80, height: Int(rows) ?? 30)
        for node in Frame(screen.view(size: size), size: size).tree.targets where !node.visibleRect.isEmpty {
            let middle = Point(x: node.rect.x + node.rect.width / 2, y: node.rect.y + node.rect.height / 2)
            print(middle.x + 1, middle.y + 1, node.label)
        }
    }
}

enum BenchFault: Error, CustomStringConvertible {
    case usage(String)

    var description: String {
        switch self {
        case .usage(let text): text
        }
    }
}

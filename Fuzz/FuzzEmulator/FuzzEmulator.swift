import TerminalEmulator

/// Whatever a program writes, the screen keeps its size, and its cursor and rows can be read. The first two bytes give
/// the size.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzEmulator(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard bytes.count > 2 else { return 0 }
    let (columns, rows) = (Int(bytes[0]) % 90, Int(bytes[1]) % 40)
    var screen = EmulatedScreen(columns: columns, rows: rows)
    screen.feed(bytes[2...])
    precondition(screen.rows.count == max(1, rows))
    precondition(
        screen.rows.indices.contains(screen.cursor.row) && (0...max(1, columns)).contains(screen.cursor.column))
    for row in screen.rows.indices { _ = screen.runs(ofRow: row) }
    _ = screen.takeReplies()
    return 0
}

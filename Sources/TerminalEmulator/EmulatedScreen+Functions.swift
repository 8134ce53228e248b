extension EmulatedScreen {
    mutating func apply(_ function: ControlParser.Function) {
        switch function {
        case .print(let scalar): put(scalar)
        case .control(let byte): control(byte)
        case .escape(let intermediates, let final) where intermediates.isEmpty: escape(final)
        case .escape: break
        case .csi(let sequence): csi(sequence)
        case .device(let string): draw(string)
        }
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x07: bells += 1
        case 0x08: cursor.column = max(0, min(cursor.column, columns - 1) - 1)
        case 0x09: cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: cursor.column = 0
        default: break
        }
    }

    private mutating func escape(_ final: UInt8) {
        switch UnicodeScalar(final) {
        case "7": saved = (cursor, pen)
        case "8": restore()
        case "D": lineFeed()
        case "E":
            cursor.column = 0
            lineFeed()
        case "M":
            if cursor.row == region.lowerBound { scroll(by: -1) } else { cursor.row = max(0, cursor.row - 1) }
        case "c":
            let (modes, cell) = (knownModes, cellPixels)
            self = EmulatedScreen(columns: columns, rows: rowCount)
            (knownModes, cellPixels) = (modes, cell)
        default: break
        }
    }

    private mutating func csi(_ sequence: ControlParser.Sequence) {
        switch (sequence.prefix, sequence.intermediates, UnicodeScalar(sequence.final)) {
        case (UInt8(ascii: "?"), [], "h"): sequence.parameters.forEach { setMode($0, true) }
        case (UInt8(ascii: "?"), [], "l"): sequence.parameters.forEach { setMode($0, false) }
        case (UInt8(ascii: "?"), [UInt8(ascii: "$")], "p"): reportMode(sequence.parameter(0, default: 0))
        case (0, [], "m"): pen.apply(sequence.parameters)
        case (0, [], "n"): reportStatus(sequence.parameter(0, default: 0))
        case (0, [], "c"): replies += Array("\u{1B}[?62;\(cellPixels == nil ? "" : "4;")22c".utf8)
        case (0, [], "t") where sequence.parameter(0) == 16: reportCell()
        case (0, [], "r"): setRegion(sequence)
        case (0, [], let final): moveOrEdit(final, sequence)
        default: break
        }
    }

    private mutating func moveOrEdit(_ final: UnicodeScalar, _ sequence: ControlParser.Sequence) {
        let count = sequence.parameter(0)
        let column = min(cursor.column, columns - 1)
        switch final {
        case "A": move(column: column, row: cursor.row - count)
        case "B", "e": move(column: column, row: cursor.row + count)
        case "C", "a": move(column: column + count, row: cursor.row)
        case "D": move(column: column - count, row: cursor.row)
        case "E": move(column: 0, row: cursor.row + count)
        case "F": move(column: 0, row: cursor.row - count)
        case "G", "`": move(column: count - 1, row: cursor.row)
        case "d": move(column: column, row: count - 1)
        case "H", "f": move(column: sequence.parameter(1) - 1, row: count - 1)
        case "s": saved = (cursor, pen)
        case "u": restore()
        case "J": eraseDisplay(sequence.parameter(0, default: 0))
        case "K": eraseLine(sequence.parameter(0, default: 0))
        case "X": erase(row: cursor.row, from: column, to: column + count)
        case "P": deleteCells(count)
        case "@": insertCells(count)
        case "S": scroll(by: count)
        case "T": scroll(by: -count)
        case "L": scroll(by: -count, from: cursor.row)
        case "M": scroll(by: count, from: cursor.row)
        default: break
        }
    }

    private mutating func move(column: Int, row: Int) {
        cursor = (min(max(0, column), columns - 1), min(max(0, row), rowCount - 1))
    }

    private mutating func setMode(_ mode: Int, _ isSet: Bool) {
        guard modes.contains(mode) != isSet else { return }
        if isSet { modes.insert(mode) } else { modes.remove(mode) }
        guard mode == 1049 else { return }
        swap(&lines, &otherLines)
        if isSet {
            saved = (cursor, pen)
            lines = Array(repeating: blankLine(), count: rowCount)
        } else {
            restore()
        }
    }

    /// The screen may have become smaller since.
    private mutating func restore() {
        (cursor, pen) = saved
        cursor = (min(cursor.column, columns), min(cursor.row, rowCount - 1))
    }

    private mutating func reportMode(_ mode: Int) {
        let setting = modes.contains(mode) ? 1 : knownModes.contains(mode) ? 2 : 0
        replies += Array("\u{1B}[?\(mode);\(setting)$y".utf8)
    }

    private mutating func reportStatus(_ question: Int) {
        if question == 5 { replies += Array("\u{1B}[0n".utf8) }
        if question == 6 {
            replies += Array("\u{1B}[\(cursor.row + 1);\(min(cursor.column, columns - 1) + 1)R".utf8)
        }
    }

    private mutating func reportCell() {
        if let cellPixels { replies += Array("\u{1B}[6;\(cellPixels.height);\(cellPixels.width)t".utf8) }
    }

    private mutating func setRegion(_ sequence: ControlParser.Sequence) {
        let top = sequence.parameter(0) - 1
        let bottom = min(sequence.parameter(1, default: rowCount), rowCount) - 1
        region = top < bottom ? top...bottom : 0...rowCount - 1
        cursor = (0, 0)
    }
}

extension EmulatedScreen {
    /// Draws a picture at the cursor, cell by cell. A picture that reaches below the last row would scroll, which no
    /// program of ours means: the rest is cut off.
    mutating func draw(_ string: [UInt8]) {
        guard let cell = cellPixels, let picture = SixelDecoder(string) else { return }
        let origin = (column: min(cursor.column, columns - 1), row: cursor.row)
        for (place, colour) in picture.dots {
            let (column, row) = (origin.column + place.x / cell.width, origin.row + place.y / cell.height)
            guard column < columns, row < rowCount else { continue }
            var tile = lines[row][column].tile ?? EmulatedTile(width: cell.width, height: cell.height)
            tile.pixels[place.y % cell.height * cell.width + place.x % cell.width] = colour
            lines[row][column].tile = tile
        }
        let rows = (picture.height + cell.height - 1) / cell.height
        cursor.row = min(rowCount - 1, cursor.row + max(0, rows - 1))
    }

    /// The dot of a picture at a pixel of the screen, `0xRRGGBB`; nil where there is none.
    package func dot(x: Int, y: Int) -> UInt32? {
        guard let cell = cellPixels, x >= 0, x < columns * cell.width, y >= 0, y < rowCount * cell.height else {
            return nil
        }
        return lines[y / cell.height][x / cell.width].tile.flatMap {
            $0.pixels[y % cell.height * $0.width + x % cell.width]
        }
    }

    /// Cells that show a part of a picture.
    package var picturedCells: Int { lines.reduce(0) { $0 + $1.count { $0.tile != nil } } }
}

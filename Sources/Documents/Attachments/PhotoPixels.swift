import Core

/// A picture's dots: red, green and blue of each, row by row.
struct PhotoPixels: Hashable {
    let width: Int
    let height: Int
    let colours: [UInt8]

    /// The largest part of these proportions, scaled to so many dots; each dot is the mean of those that it covers.
    func cut(to newWidth: Int, _ newHeight: Int) -> PhotoPixels {
        let scale = min(Double(width) / Double(newWidth), Double(height) / Double(newHeight))
        let left = (Double(width) - scale * Double(newWidth)) / 2
        // A face is above the middle of a picture that is too high.
        let top = (Double(height) - scale * Double(newHeight)) / 3
        let colours = [UInt8](unsafeUninitializedCapacity: newWidth * newHeight * 3) { buffer, count in
            for row in 0..<newHeight {
                let rows = span(top, scale, row, below: height)
                for column in 0..<newWidth {
                    let mean = mean(rows, span(left, scale, column, below: width))
                    for part in 0..<3 { buffer[count + part] = mean[part] }
                    count += 3
                }
            }
        }
        return PhotoPixels(width: newWidth, height: newHeight, colours: colours)
    }

    private func span(_ origin: Double, _ scale: Double, _ index: Int, below limit: Int) -> Range<Int> {
        let start = min(Int(origin + Double(index) * scale), limit - 1)
        let end = min(Int(origin + Double(index + 1) * scale), limit)
        return start..<max(start + 1, end)
    }

    private func mean(_ rows: Range<Int>, _ columns: Range<Int>) -> SIMD3<UInt8> {
        var sum = SIMD3<Int>(repeating: 0)
        for row in rows {
            for column in columns {
                let at = (row * width + column) * 3
                sum &+= SIMD3(Int(colours[at]), Int(colours[at + 1]), Int(colours[at + 2]))
            }
        }
        let count = rows.count * columns.count
        return SIMD3(UInt8(sum.x / count), UInt8(sum.y / count), UInt8(sum.z / count))
    }
}

extension PhotoPixels {
    var page: DrawnPage { DrawnPage(width: width, height: height, colours: colours) }
}

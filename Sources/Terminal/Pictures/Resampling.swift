/// From one number of dots to another: smaller by the mean of each area, larger by the nearest dot.
struct Resampling {
    private let width: Int
    private let height: Int
    private let channels: Int
    private let size: Size

    init(from source: Size, to size: Size, _ colours: Image.Colours) {
        width = source.width
        height = source.height
        channels = colours.rawValue
        self.size = size
    }

    /// - Parameter part: what is wanted of the result; nil is all of it.
    func bytes(of source: [UInt8], part: Rect? = nil) -> [UInt8] {
        let part = part ?? Rect(size)
        let columns = (part.x..<part.maxX).map { Self.span($0, of: size.width, over: width) }
        return source.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: part.width * part.height * channels) { target, count in
                for y in part.y..<part.maxY {
                    let rows = Self.span(y, of: size.height, over: height)
                    for span in columns {
                        for channel in 0..<channels {
                            target[count] = mean(source, span, rows, channel)
                            count += 1
                        }
                    }
                }
            }
        }
    }

    /// The source's dots that the nth of so many stands for; one at least.
    private static func span(_ index: Int, of count: Int, over length: Int) -> Range<Int> {
        let start = index * length / count
        return start..<max(start + 1, (index + 1) * length / count)
    }

    private func mean(
        _ source: UnsafeBufferPointer<UInt8>, _ columns: Range<Int>, _ rows: Range<Int>, _ channel: Int
    ) -> UInt8 {
        var sum = 0
        for y in rows {
            var index = (y * width + columns.lowerBound) * channels + channel
            for _ in columns {
                sum += Int(source[index])
                index += channels
            }
        }
        let count = rows.count * columns.count
        return UInt8((sum + count / 2) / count)
    }
}

/// A picture in grey, whatever it came from: one byte a dot, 0 is black, row by row from the top.
package struct GreyPicture: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let dots: [UInt8]

    /// Nil when there are not `width` × `height` dots.
    package init?(width: Int, height: Int, dots: [UInt8]) {
        guard width > 0, height > 0, dots.count == width * height else { return nil }
        self.width = width
        self.height = height
        self.dots = dots
    }

    /// The same with its longer side of so many dots at most; each dot the mean of those that it stands for.
    func shrunk(to longest: Int) -> GreyPicture {
        let step = (max(width, height) + longest - 1) / longest
        guard step > 1 else { return self }
        let (newWidth, newHeight) = (max(1, width / step), max(1, height / step))
        var result = [UInt8](repeating: 0, count: newWidth * newHeight)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                var sum = 0
                var count = 0
                for row in y * step..<min((y + 1) * step, height) {
                    for column in x * step..<min((x + 1) * step, width) {
                        sum += Int(dots[row * width + column])
                        count += 1
                    }
                }
                result[y * newWidth + x] = UInt8(sum / max(1, count))
            }
        }
        return GreyPicture(unchecked: newWidth, newHeight, result)
    }

    private init(unchecked width: Int, _ height: Int, _ dots: [UInt8]) {
        self.width = width
        self.height = height
        self.dots = dots
    }
}

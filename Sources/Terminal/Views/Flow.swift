/// Where boxes lie that follow each other in lines.
struct Flow {
    private(set) var rects: [Rect] = []
    private(set) var size = Size.zero

    init(_ sizes: [Size], gap: Int, width: Int) {
        var x = 0
        var y = 0
        var lineHeight = 0
        for size in sizes {
            if x > 0, x + size.width > width {
                x = 0
                y += lineHeight
                lineHeight = 0
            }
            rects.append(Rect(x: x, y: y, width: size.width, height: size.height))
            lineHeight = max(lineHeight, size.height)
            self.size.width = max(self.size.width, x + size.width)
            x += size.width + gap
        }
        size.height = y + lineHeight
    }
}

/// Where the children of a flow lie.
struct Flow<Action: Hashable & Sendable> {
    private(set) var rects: [Rect] = []
    private(set) var size = Size.zero

    init(_ children: [View<Action>], gap: Int, width: Int) {
        var x = 0
        var y = 0
        var lineHeight = 0
        for child in children {
            let natural = child.measure(maxWidth: width)
            if x > 0, x + natural.width > width {
                x = 0
                y += lineHeight
                lineHeight = 0
            }
            rects.append(Rect(x: x, y: y, width: natural.width, height: natural.height))
            lineHeight = max(lineHeight, natural.height)
            size.width = max(size.width, x + natural.width)
            x += natural.width + gap
        }
        size.height = y + lineHeight
    }
}

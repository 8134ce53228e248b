/// The buttons of a scroll area: ▲ over ▼ at its right, between them where it stands; beside each other as ◀ ▶ where
/// the area is too low.
struct ScrollButtons {
    private static let size = Size(width: 7, height: 3)

    let back: Rect
    let forth: Rect
    let track: Rect
    let thumb: Rect
    let glyphs: (back: String, forth: String)

    /// Columns that they take from the content.
    static func width(inHeight height: Int) -> Int {
        height < 2 * size.height ? 2 * size.width : size.width + 1
    }

    init(in rect: Rect, extent: ScrollExtent) {
        let isLow = rect.height < 2 * Self.size.height
        let height = min(Self.size.height, rect.height)
        let x = rect.maxX - Self.size.width
        forth = Rect(x: x, y: rect.maxY - height, width: Self.size.width, height: height)
        back = Rect(x: isLow ? x - Self.size.width : x, y: rect.y, width: Self.size.width, height: height)
        glyphs = isLow ? ("◀", "▶") : ("▲", "▼")
        track = Rect(x: x + Self.size.width / 2, y: back.maxY, width: 1, height: isLow ? 0 : rect.height - 2 * height)
        let length = extent.total == 0 ? 0 : max(1, track.height * extent.visible / extent.total)
        let way = max(0, track.height - length)
        let offset = extent.limit == 0 ? 0 : way * extent.offset / extent.limit
        thumb = Rect(x: track.x, y: track.y + offset, width: 1, height: min(length, track.height))
    }
}

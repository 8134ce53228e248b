/// The measures of a table, in points.
struct TableStyle: Hashable, Sendable {
    /// 五号
    var type = 10.5
    /// To which a long value may shrink before it is broken into lines.
    var smallestType = 7.5
    var rowHeight = 22.0
    var bandHeight = 19.0
    /// Grey of a heading band; 1 is white.
    var bandShade = 0.93
    var cellPadding = 6.0
    var narrowestLabel = 66.0
    var outerRule = 1.0
    var innerRule = 0.5
}

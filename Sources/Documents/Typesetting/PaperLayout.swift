/// The measures of our papers, in points: data, so that an office can have its own.
package struct PaperLayout: Hashable, Sendable, Codable {
    /// A4
    package var page = Size(width: 595.276, height: 841.89)
    package var sideMargin = 56.7
    package var topMargin = 51.0
    package var bottomMargin = 51.0
    /// Type of what stands at the edges: footers, captions.
    package var noteType = 8.0
    /// Of the form; the notice has its own.
    package var table = Table()
    package var form = Form()
    package var notice = Notice()

    package init() {}

    package struct Table: Hashable, Sendable, Codable {
        /// 五号
        package var type = 10.5
        /// To which a long value may shrink before it is broken into lines.
        package var smallestType = 7.5
        package var rowHeight = 22.0
        package var bandHeight = 19.0
        /// Grey of a heading band; 1 is white.
        package var bandShade = 0.93
        package var cellPadding = 6.0
        package var narrowestLabel = 66.0
        package var outerRule = 1.0
        package var innerRule = 0.5

        package init() {}
    }

    package struct Form: Hashable, Sendable, Codable {
        /// 小二
        package var titleType = 18.0
        /// One inch photo of the certificate: 25 mm × 35 mm.
        package var photo = Size(width: 70.87, height: 99.21)
        package var personalField = Size(width: 170, height: 54)
        /// A company's round seal: 42 mm across.
        package var enterpriseField = Size(width: 119, height: 119)
        package var sectionGap = 5.0

        package init() {}
    }

    package struct Notice: Hashable, Sendable, Codable {
        /// 二号
        package var titleType = 22.0
        /// 四号
        package var type = 14.0
        /// From the roomiest to the tightest: the first that fits on one sheet is taken.
        package var tables: [Table]
        /// 28 mm: read at arm's length from a sheet printed at 200 dpi.
        package var code = 79.4
        package var sealArea = Size(width: 200, height: 125)
        /// Between the table and what stands below it.
        package var gap = 30.0

        package init() {
            // 小四 while it can be, 五号 when it must be.
            tables = [(12, 28), (11, 25), (10.5, 21)].map { type, rowHeight in
                var table = Table()
                table.type = type
                table.smallestType = type - 3
                table.rowHeight = rowHeight
                return table
            }
        }
    }
}

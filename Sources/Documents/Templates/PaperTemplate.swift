import Core

/// The layout of one paper, read from a file. Measures are points of 1/72 inch, from the sheet's upper left corner.
struct PaperTemplate: Sendable {
    var file: String
    /// Stands in the file's properties.
    var title: TemplateText
    var page = Size(width: 595.276, height: 841.89)
    /// Left and right.
    var sideMargin = 56.7
    /// Where the body begins, on the first sheet and on the others, and where it must end.
    var top = 51.0
    var nextTop = 51.0
    var floor = 790.89
    var isOneSheet = true
    /// On every sheet before the body, and after it.
    var head: [TemplateElement] = []
    var body: [TemplateElement] = []
    var foot: [TemplateElement] = []

    var width: Double { page.width - 2 * sideMargin }

    /// How many measures of tables there are to try before one sheet is too small.
    var levels: Int { max(1, body.map(\.levels).max() ?? 1) }
}

/// One thing on the sheet. It stands below the one before it, or at `top`.
struct TemplateElement: Sendable {
    var content: Content
    var top: Double?
    /// Room below it.
    var after = 0.0
    /// From the left margin.
    var x = 0.0
    /// Nil: to the right margin.
    var width: Double?
    /// Left out where this placeholder is empty.
    var when: String?
    /// In `head` and `foot`: on the first sheet only.
    var isFirstOnly = false

    enum Content: Sendable {
        case text(TemplateText, TextStyle, Placing, field: String)
        /// Labelled values; the measures from the roomiest to the tightest.
        case table([(label: String, value: TemplateText)], [TableStyle])
        case grid(GridTemplate)
        case sections(TableStyle, photo: Size)
        case statement(String, SignatureField, TableStyle)
        case code(CodeTemplate)
        case seal(SealTemplate)
        case photo(Size)
        case rule(Double)
        /// Around the whole sheet, so far from its edges.
        case frame(inset: Double, line: Double)
        case field(SignatureField, Size)
        /// Side by side, each at its own `x`.
        case beside([TemplateElement], height: Double)
    }

    /// A text is set across its column, or in its own width at one side.
    enum Placing: String, CaseIterable, Sendable { case column, left, right }

    var levels: Int {
        switch content {
        case .table(_, let styles): styles.count
        case .beside(let elements, _): elements.map(\.levels).max() ?? 1
        case .text, .grid, .sections, .statement, .code, .seal, .photo, .rule, .frame, .field: 1
        }
    }
}

/// A list with columns, its head again on each sheet.
struct GridTemplate: Sendable {
    struct Column: Sendable {
        let title: String
        let value: TemplateText
        let width: Double
        let alignment: TextStyle.Alignment
    }

    let list: String
    let columns: [Column]
    let table: TableStyle
}

/// A QR code with a caption under it.
struct CodeTemplate: Sendable {
    let value: TemplateText
    let side: Double
    let caption: TemplateText
    let style: TextStyle
}

/// The office's name over the date, with room for its seal, at the right margin.
struct SealTemplate: Sendable {
    let office: TemplateText
    let date: TemplateText
    let note: TemplateText
    let style: TextStyle
    let noteStyle: TextStyle
    let area: Size
    /// A longer name is broken into even lines.
    let widest: Double
}

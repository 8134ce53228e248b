import Core

/// A block on its way to its sheet.
struct FlowItem {
    let block: any SheetBlock
    var top: Double?
    var x = 0.0
    var after = 0.0
    /// Stands above it again where a new sheet begins with it.
    var head: (any SheetBlock)?
}

/// Makes the blocks of a template's elements from what the paper says.
struct BlockSetter {
    let fonts: FontLibrary
    let template: PaperTemplate
    let words: PaperWords

    /// - Parameter level: which of a table's measures.
    func items(_ element: TemplateElement, level: Int) throws(TypesettingFault) -> [FlowItem] {
        if let name = element.when, words.texts[name, default: ""].isEmpty { return [] }
        let width = element.width ?? template.width - element.x
        var blocks: [any SheetBlock] = []
        switch element.content {
        case .sections(let table, let photoSize):
            for (index, section) in words.sections.enumerated() {
                blocks.append(
                    try SectionBlock(
                        section, photo: index == 0 ? words.photo : nil, photoSize: photoSize, width: width,
                        fonts: fonts, table: table))
            }
        case .grid(let grid): return try items(grid, element)
        default:
            if let block = try block(element, width: width, level: level) { blocks.append(block) }
        }
        return blocks.enumerated().map { index, block in
            FlowItem(block: block, top: index == 0 ? element.top : nil, x: element.x, after: element.after)
        }
    }

    private func block(_ element: TemplateElement, width: Double, level: Int)
        throws(TypesettingFault) -> (any SheetBlock)?
    {
        switch element.content {
        case .text(let text, let style, let placing, let field):
            return try paragraph(text, style, placing, width: width, field: field)
        case .table(let rows, let styles):
            return try table(rows, styles[min(level, styles.count - 1)], width: width)
        case .statement(let name, let field, let table):
            guard let statement = words.statements[name] else { return nil }
            return try StatementBlock(statement, signature: field, width: width, fonts: fonts, table: table)
        case .code(let code):
            return CodeBlock(
                code: try VerificationCode(code.value.filled(words.texts)), side: code.side,
                caption: try fonts.block(
                    code.caption.filled(words.texts), code.style, width: code.side + 2 * CodeBlock.overhang,
                    field: code.caption.source))
        case .seal(let seal): return try SealBlock(seal, words.texts, column: width, fonts: fonts)
        case .photo(let size): return words.photo.map { PhotoBlock(photo: $0, size: size) }
        case .rule(let line): return RuleBlock(width: width, line: line)
        case .frame(let inset, let line):
            let (page, edge) = (template.page, inset)
            return FrameBlock(
                area: Rectangle(x: edge, y: edge, width: page.width - 2 * edge, height: page.height - 2 * edge),
                line: line)
        case .field(let field, let size): return FieldBlock(signature: field, size: size)
        case .beside(let elements, let height): return try beside(elements, height: height, level: level)
        case .sections, .grid: return nil
        }
    }

    private func paragraph(
        _ text: TemplateText, _ style: TextStyle, _ placing: TemplateElement.Placing, width: Double, field: String
    ) throws(TypesettingFault) -> ParagraphBlock {
        let block = try fonts.block(
            text.filled(words.texts), style, width: placing == .column ? width : nil, field: field)
        let indent = placing == .right ? width - block.size.width : 0
        return ParagraphBlock(field: field, text: block, indent: indent)
    }

    private func table(_ rows: [(label: String, value: TemplateText)], _ style: TableStyle, width: Double)
        throws(TypesettingFault) -> TableBlock
    {
        let filled = rows.map { PaperRow($0.label, $0.value.filled(words.texts)) }
        let lines = try TableSetter(fonts: fonts, table: style).lines(filled, width: width)
        let tallest = lines.max { $0.height < $1.height }
        return TableBlock(lines: lines, width: width, table: style, field: tallest?.cells.first?.field ?? "")
    }

    /// What is taller than the layout's height pushes what follows down.
    private func beside(_ elements: [TemplateElement], height: Double, level: Int)
        throws(TypesettingFault) -> BesideBlock
    {
        var blocks: [(block: any SheetBlock, x: Double)] = []
        for element in elements {
            for item in try items(element, level: level) { blocks.append((item.block, item.x)) }
        }
        let tallest = blocks.max { $0.block.height < $1.block.height }?.block
        return BesideBlock(blocks: blocks, field: tallest?.field ?? "", height: max(height, tallest?.height ?? 0))
    }

    private func items(_ grid: GridTemplate, _ element: TemplateElement) throws(TypesettingFault) -> [FlowItem] {
        let head = try row(grid, isHead: true) { $0.title }
        var items = [FlowItem(block: head, top: element.top, x: element.x)]
        for values in words.lists[grid.list] ?? [] {
            let row = try row(grid, isHead: false) { $0.value.filled(values) }
            items.append(FlowItem(block: row, x: element.x, head: head))
        }
        items[items.count - 1].after = element.after
        return items
    }

    private func row(_ grid: GridTemplate, isHead: Bool, _ value: (GridTemplate.Column) -> String)
        throws(TypesettingFault) -> GridRow
    {
        var cells: [(text: TextBlock, width: Double)] = []
        for column in grid.columns {
            let style = TextStyle(
                size: grid.table.type, weight: isHead ? .bold : .regular,
                alignment: isHead ? .centre : column.alignment)
            let text = try fonts.block(
                value(column), style, width: column.width - 2 * grid.table.cellPadding, field: column.title)
            cells.append((text, column.width))
        }
        return GridRow(cells: cells, table: grid.table, isHead: isHead, field: grid.columns.first?.title ?? "")
    }
}

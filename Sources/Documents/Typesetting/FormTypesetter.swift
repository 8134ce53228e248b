import Core
import Foundation

/// Where a signature field lies: a page, counted from 0, and its area on it.
struct FieldPlace: Hashable {
    var page: Int
    var area: Rectangle
}

/// The application form as drawn, and where its signature fields belong.
struct DrawnForm {
    let bytes: [UInt8]
    let personal: FieldPlace
    let enterprise: FieldPlace
}

/// Sets an application form on A4: title, a table a section with the photo beside the first, and the two statements
/// with their fields for signature and seal. What does not fit goes on to a next page, a section at a time.
struct FormTypesetter {
    let fonts: FontLibrary
    let layout: PaperLayout

    func draw(_ content: ApplicationFormContent, photo: Photo?, created: Date) throws(TypesettingFault) -> DrawnForm {
        let canvas = try Canvas(page: layout.page, title: content.title, created: created)
        let places = try draw(content, photo, on: canvas)
        guard let personal = places[.personal], let enterprise = places[.enterprise] else { throw .engine(status: 0) }
        return DrawnForm(bytes: try canvas.finish(), personal: personal, enterprise: enterprise)
    }

    /// The same sheets as pictures of so many dots across.
    func pictures(_ content: ApplicationFormContent, photo: Photo?, width: Int)
        throws(TypesettingFault) -> [PagePicture]
    {
        let canvas = try Canvas(page: layout.page, picturesOf: width)
        _ = try draw(content, photo, on: canvas)
        return try canvas.finishPictures()
    }

    private func draw(_ content: ApplicationFormContent, _ photo: Photo?, on canvas: Canvas)
        throws(TypesettingFault) -> [StatementBlock.Role: FieldPlace]
    {
        let pages = try paginate(content, photo)
        var places: [StatementBlock.Role: FieldPlace] = [:]
        for (index, page) in pages.enumerated() {
            if index > 0 { canvas.nextPage() }
            try drawHead(content, isFirst: index == 0, on: canvas)
            for (block, y) in page {
                let origin = Point(x: layout.sideMargin, y: y)
                try block.draw(on: canvas, at: origin)
                if let statement = block as? StatementBlock {
                    places[statement.role] = FieldPlace(page: index, area: statement.field(at: origin))
                }
            }
            try drawFoot(page: index + 1, of: pages.count, on: canvas)
        }
        return places
    }

    private var width: Double { layout.page.width - 2 * layout.sideMargin }

    private func blocks(_ content: ApplicationFormContent, _ photo: Photo?) throws(TypesettingFault) -> [any FormBlock]
    {
        var blocks: [any FormBlock] = []
        for (index, section) in content.sections.enumerated() {
            blocks.append(
                try SectionBlock(
                    section, photo: index == 0 ? photo : nil, width: width, fonts: fonts, layout: layout))
        }
        blocks.append(
            try StatementBlock(content.declaration, role: .personal, width: width, fonts: fonts, layout: layout))
        blocks.append(
            try StatementBlock(content.opinion, role: .enterprise, width: width, fonts: fonts, layout: layout))
        return blocks
    }

    private func paginate(_ content: ApplicationFormContent, _ photo: Photo?)
        throws(TypesettingFault) -> [[(block: any FormBlock, y: Double)]]
    {
        let firstTop = layout.topMargin + 46
        let floor = layout.page.height - layout.bottomMargin
        var pages: [[(block: any FormBlock, y: Double)]] = [[]]
        var y = firstTop
        for block in try blocks(content, photo) {
            if y + block.height > floor, pages.last?.isEmpty == false {
                pages.append([])
                y = layout.topMargin
            }
            guard y + block.height <= floor else { throw .tooLong(field: block.heading) }
            pages[pages.count - 1].append((block, y))
            y += block.height + layout.form.sectionGap
        }
        return pages
    }

    private func drawHead(_ content: ApplicationFormContent, isFirst: Bool, on canvas: Canvas) throws(TypesettingFault)
    {
        let note = TextStyle(size: layout.noteType, alignment: .trailing, grey: 0.35)
        let number = try fonts.block("申请号 \(content.applicationID)", note, width: width, field: "申请号")
        canvas.draw(number, at: Point(x: layout.sideMargin, y: layout.topMargin - 20))
        guard isFirst else { return }
        let style = TextStyle(size: layout.form.titleType, weight: .bold, alignment: .centre, tracking: 1)
        let title = try fonts.block(content.title, style, width: width, field: "标题")
        canvas.draw(title, at: Point(x: layout.sideMargin, y: layout.topMargin + 3))
    }

    private func drawFoot(page: Int, of count: Int, on canvas: Canvas) throws(TypesettingFault) {
        let y = layout.page.height - layout.bottomMargin + 14
        let style = TextStyle(size: layout.noteType, grey: 0.35)
        let note = try fonts.block("本表签署后不得修改，修改后须重新签署，原签署作废。", style, field: "页脚")
        canvas.draw(note, at: Point(x: layout.sideMargin, y: y))
        let number = try fonts.block("第 \(page) 页，共 \(count) 页", style, field: "页脚")
        canvas.draw(number, at: Point(x: layout.page.width - layout.sideMargin - number.size.width, y: y))
    }
}

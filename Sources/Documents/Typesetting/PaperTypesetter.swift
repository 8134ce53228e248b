import Core
import Foundation

/// Where a signature field lies: a page, counted from 0, and its area on it.
struct FieldPlace: Hashable {
    var page: Int
    var area: Rectangle
}

/// A paper as drawn, and where its signature fields belong.
struct DrawnPaper {
    let bytes: [UInt8]
    let fields: [SignatureField: FieldPlace]
}

/// Sets a paper by its template: what does not fit on a sheet goes on to a next one, a block at a time, or is refused
/// where the paper must be one sheet.
struct PaperTypesetter {
    let fonts: FontLibrary
    let template: PaperTemplate
    let words: PaperWords

    func draw(created: Date) throws(TypesettingFault) -> DrawnPaper {
        let canvas = try Canvas(page: template.page, title: template.title.filled(words.texts), created: created)
        let fields = try draw(on: canvas)
        return DrawnPaper(bytes: try canvas.finish(), fields: fields)
    }

    /// The same sheets as pictures of so many dots across.
    /// - Parameter marks: what signatures show on them.
    func pictures(width: Int, marks: [PlacedMark] = []) throws(TypesettingFault) -> [PagePicture] {
        let canvas = try Canvas(page: template.page, picturesOf: width)
        _ = try draw(on: canvas, marks)
        return try canvas.finishPictures()
    }

    private func draw(
        on canvas: Canvas, _ marks: [PlacedMark] = []
    ) throws(TypesettingFault) -> [SignatureField: FieldPlace] {
        let pages = try paginate()
        var places: [SignatureField: FieldPlace] = [:]
        for (index, page) in pages.enumerated() {
            if index > 0 { canvas.nextPage() }
            let numbers = ["page": "\(index + 1)", "pages": "\(pages.count)"]
            try drawEdge(template.head, numbers, isFirst: index == 0, on: canvas)
            for placed in page {
                try placed.block.draw(on: canvas, at: placed.origin)
                for (field, area) in placed.block.signatureFields(at: placed.origin) {
                    places[field] = FieldPlace(page: index, area: area)
                }
            }
            try drawEdge(template.foot, numbers, isFirst: index == 0, on: canvas)
            for mark in marks where mark.page == index { try canvas.draw(mark, onSheetOf: template.page.height) }
        }
        return places
    }

    private func drawEdge(
        _ elements: [TemplateElement], _ numbers: [String: String], isFirst: Bool, on canvas: Canvas
    ) throws(TypesettingFault) {
        let setter = BlockSetter(fonts: fonts, template: template, words: words.adding(numbers))
        var y = 0.0
        for element in elements where isFirst || !element.isFirstOnly {
            for item in try setter.items(element, level: 0) {
                y = item.top ?? y
                try item.block.draw(on: canvas, at: Point(x: template.sideMargin + item.x, y: y))
                y += item.block.height + item.after
            }
        }
    }

    private struct Placed {
        let block: any SheetBlock
        let origin: Point
    }

    /// Tables are tried from the roomiest to the tightest where everything must stand on one sheet.
    private func paginate() throws(TypesettingFault) -> [[Placed]] {
        let setter = BlockSetter(fonts: fonts, template: template, words: words)
        var fault = TypesettingFault.tooLong(field: words.paper.chinese)
        for level in 0..<(template.isOneSheet ? template.levels : 1) {
            var items: [FlowItem] = []
            for element in template.body { items += try setter.items(element, level: level) }
            do throws(TypesettingFault) {
                let pages = try flow(items)
                if !template.isOneSheet || pages.count == 1 { return pages }
                let tallest = items.max { $0.block.height < $1.block.height }
                fault = .tooLong(field: tallest?.block.field ?? words.paper.chinese)
            } catch { fault = error }
        }
        throw fault
    }

    private func flow(_ items: [FlowItem]) throws(TypesettingFault) -> [[Placed]] {
        var pages: [[Placed]] = [[]]
        var y = template.top
        func place(_ block: any SheetBlock, _ x: Double) {
            pages[pages.count - 1].append(Placed(block: block, origin: Point(x: template.sideMargin + x, y: y)))
            y += block.height
        }
        for item in items {
            if pages.count == 1, let top = item.top { y = top }
            if y + item.block.height > template.floor, pages.last?.isEmpty == false {
                pages.append([])
                y = template.nextTop
                if let head = item.head { place(head, item.x) }
            }
            guard y + item.block.height <= template.floor else { throw .tooLong(field: item.block.field) }
            place(item.block, item.x)
            y += item.after
        }
        return pages
    }
}

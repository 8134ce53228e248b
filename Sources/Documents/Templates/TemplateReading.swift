import Core
import Foundation

/// Reads one template and checks it against what its paper has to say.
struct TemplateReading {
    let paper: PaperName
    let vocabulary: PaperVocabulary
    let mistakes: TemplateMistakes
    /// What the template names, for what it must name.
    var used: Set<String> = []
    var styles: [String: TextStyle] = [:]
    var tables: [String: [TableStyle]] = [:]

    /// - Throws: every mistake that the file has.
    static func template(_ bytes: Data, file: String, for paper: PaperName) throws(TemplateFaults) -> PaperTemplate {
        let mistakes = TemplateMistakes(file: file)
        var reading = TemplateReading(paper: paper, vocabulary: PaperVocabulary(of: paper), mistakes: mistakes)
        let template = reading.template(bytes)
        guard let template, mistakes.faults.isEmpty else { throw TemplateFaults(faults: mistakes.faults) }
        return template
    }

    private mutating func template(_ bytes: Data) -> PaperTemplate? {
        guard let tree = tree(bytes) else { return nil }
        let object = TemplateObject(tree, place: "", mistakes: mistakes)
        object.refuseOthers(than: ["about", "title", "page", "sheets", "styles", "tables", "head", "body", "foot"])
        readStyles(object)
        readTables(object)
        var template = PaperTemplate(file: mistakes.file, title: text(object, "title"))
        readPage(object, into: &template)
        let sheets = object.string("sheets", or: "one")
        template.isOneSheet = sheets == "one"
        if !["one", "many"].contains(sheets) { object.note("sheets", "is “\(sheets)”", "write one or many") }
        template.head = elements(object, "head", texts: PaperVocabulary.pageNumbers)
        template.body = elements(object, "body")
        template.foot = elements(object, "foot", texts: PaperVocabulary.pageNumbers)
        if template.body.isEmpty { object.note("body", "is empty", "list what stands on the sheet") }
        for name in vocabulary.required.subtracting(used).sorted() {
            mistakes.note("", "“\(name)” stands nowhere, and this paper must say it", "add \(hint(name))")
        }
        return template
    }

    private func hint(_ name: String) -> String {
        if vocabulary.texts.contains(name) { return "a text with {\(name)}" }
        if vocabulary.lists[name] != nil { return "a grid of “\(name)”" }
        return switch name {
        case "sections": "{\"sections\": …}"
        case "photo": "{\"photo\": [width, height]}"
        case "issuer": "{\"field\": \"issuer\"}"
        default: "{\"statement\": \"\(name)\"}"
        }
    }

    private func tree(_ bytes: Data) -> JSONTree? {
        if let tree = try? JSONDecoder().decode(JSONTree.self, from: bytes) { return tree }
        let remedy = "mend it there: JSON wants quotes, commas and closed brackets"
        let line = Self.line(ofMistakeIn: bytes)
        mistakes.note(line.map { "line \($0)" } ?? "", "is no JSON", remedy)
        return nil
    }

    /// From 1; JSONSerialization alone tells where it stopped: “Invalid value around character 20.”
    private static func line(ofMistakeIn bytes: Data) -> Int? {
        do {
            _ = try JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed)
            return nil
        } catch {
            let words = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
            guard let offset = words.split(whereSeparator: { !$0.isNumber }).last.flatMap({ Int($0) }) else {
                return bytes.count { $0 == UInt8(ascii: "\n") } + 1
            }
            return bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
        }
    }

    private func readPage(_ object: TemplateObject, into template: inout PaperTemplate) {
        guard let page = object.object("page") else { return }
        page.refuseOthers(than: ["size", "side", "top", "nextTop", "floor"])
        template.page = page.size("size", or: template.page)
        let height = template.page.height
        template.sideMargin = page.number("side", in: 0...template.page.width / 3, or: template.sideMargin)
        template.top = page.number("top", in: 0...height, or: template.top)
        template.nextTop = page.number("nextTop", in: 0...height, or: template.nextTop)
        template.floor = page.number("floor", in: 0...height, or: template.floor)
        if template.floor <= max(template.top, template.nextTop) {
            page.note("floor", "lies above the body's top", "write a larger number: it is where the body must end")
        }
    }

    private mutating func readStyles(_ object: TemplateObject) {
        guard let list = object.object("styles") else { return }
        for name in list.members.keys.sorted() {
            guard let style = list.object(name) else { continue }
            style.refuseOthers(
                than: ["size", "weight", "align", "leading", "tracking", "indent", "justify", "grey"])
            styles[name] = TextStyle(
                size: style.number("size", in: 4...96), weight: style.choice("weight", or: .regular),
                alignment: style.choice("align", or: .leading),
                leading: style.optionalNumber("leading", in: 0.8...4),
                tracking: style.number("tracking", in: 0...40, or: 0),
                indent: style.number("indent", in: 0...200, or: 0), isJustified: style.flag("justify"),
                grey: style.number("grey", in: 0...0.8, or: 0))
        }
    }

    private mutating func readTables(_ object: TemplateObject) {
        guard let list = object.object("tables") else { return }
        for name in list.members.keys.sorted() {
            let place = list.place(of: name)
            let styles = list.list(name).enumerated().map { index, tree in
                tableStyle(TemplateObject(tree, place: "\(place)[\(index)]", mistakes: mistakes))
            }
            if styles.isEmpty { list.note(name, "is empty", "write its measures, from the roomiest to the tightest") }
            tables[name] = styles
        }
    }

    private func tableStyle(_ object: TemplateObject) -> TableStyle {
        object.refuseOthers(
            than: [
                "type", "smallestType", "rowHeight", "bandHeight", "bandShade", "cellPadding", "narrowestLabel",
                "outerRule", "innerRule",
            ])
        let usual = TableStyle()
        let type = object.number("type", in: 4...48, or: usual.type)
        return TableStyle(
            type: type, smallestType: object.number("smallestType", in: 4...48, or: min(type, usual.smallestType)),
            rowHeight: object.number("rowHeight", in: 4...200, or: usual.rowHeight),
            bandHeight: object.number("bandHeight", in: 4...200, or: usual.bandHeight),
            bandShade: object.number("bandShade", in: 0.5...1, or: usual.bandShade),
            cellPadding: object.number("cellPadding", in: 0...40, or: usual.cellPadding),
            narrowestLabel: object.number("narrowestLabel", in: 0...300, or: usual.narrowestLabel),
            outerRule: object.number("outerRule", in: 0...6, or: usual.outerRule),
            innerRule: object.number("innerRule", in: 0...6, or: usual.innerRule))
    }
}

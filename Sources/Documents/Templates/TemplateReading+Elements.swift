import Core

extension TemplateReading {
    /// - Parameter texts: placeholders besides the paper's own.
    mutating func elements(_ object: TemplateObject, _ key: String, texts: Set<String> = []) -> [TemplateElement] {
        let place = object.place(of: key)
        return object.list(key).enumerated().compactMap { index, tree in
            element(TemplateObject(tree, place: "\(place)[\(index)]", mistakes: mistakes), texts)
        }
    }

    private static let kinds = [
        "text", "table", "grid", "sections", "statement", "code", "seal", "photo", "rule", "frame", "field", "beside",
    ]
    private static let common = ["top", "after", "x", "width", "when", "only"]

    private mutating func element(_ object: TemplateObject, _ texts: Set<String>) -> TemplateElement? {
        let kinds = Self.kinds.filter { object.members[$0] != nil }
        guard kinds.count == 1, let kind = kinds.first else {
            let problem = kinds.isEmpty ? "does not say what it is" : "is \(kinds.joined(separator: " and ")) at once"
            mistakes.note(object.place, problem, "give it one of \(Self.kinds.joined(separator: ", "))")
            return nil
        }
        var element = TemplateElement(content: content(kind, object, texts))
        element.top = object.optionalNumber("top", in: 0...2000)
        element.after = object.number("after", in: -200...2000, or: 0)
        element.x = object.number("x", in: 0...2000, or: 0)
        element.width = kind == "seal" ? nil : object.optionalNumber("width", in: 1...2000)
        if object.members["when"] != nil {
            element.when = object.string("when")
            check(element.when ?? "", texts, object.place(of: "when"), object)
        }
        let only = object.string("only", or: "")
        element.isFirstOnly = only == "first"
        if !["", "first"].contains(only) { object.note("only", "is “\(only)”", "write first, or leave it out") }
        return element
    }

    private mutating func content(
        _ kind: String, _ object: TemplateObject, _ texts: Set<String>
    ) -> TemplateElement.Content {
        func known(_ keys: String...) { object.refuseOthers(than: [kind] + keys + Self.common) }
        switch kind {
        case "text":
            known("style", "place", "called")
            let words = text(object, "text", texts)
            return .text(
                words, style(object, "style"), object.choice("place", or: .column),
                field: object.string("called", or: words.source))
        case "table":
            known("measures")
            return .table(rows(object), measures(object))
        case "grid":
            known("measures", "columns")
            return .grid(grid(object))
        case "sections":
            known("measures", "portrait")
            use("sections", object)
            used.insert("photo")
            return .sections(measure(object), photo: object.size("portrait"))
        case "statement":
            known("measures", "signature")
            let name = object.string("statement")
            use(name, object)
            return .statement(name, object.choice("signature", or: .personal), measure(object))
        case "code":
            known("size", "caption", "style")
            return .code(
                CodeTemplate(
                    value: text(object, "code", texts), side: object.number("size", in: 40...300),
                    caption: text(object, "caption", texts), style: style(object, "style")))
        case "seal":
            known("date", "note", "style", "noteStyle", "height", "widest")
            return .seal(
                SealTemplate(
                    office: text(object, "seal", texts), date: text(object, "date", texts),
                    note: text(object, "note", texts), style: style(object, "style"),
                    noteStyle: style(object, "noteStyle"),
                    area: Size(
                        width: object.number("width", in: 40...500), height: object.number("height", in: 40...500)),
                    widest: object.number("widest", in: 40...600)))
        case "photo":
            known()
            use("photo", object)
            return .photo(object.size("photo"))
        case "rule":
            known()
            return .rule(object.number("rule", in: 0.1...6))
        case "frame":
            known("line")
            return .frame(inset: object.number("frame", in: 0...200), line: object.number("line", in: 0.1...6))
        case "field":
            known("size")
            let name = object.string("field")
            use(name, object)
            return .field(object.choice("field", or: .issuer), object.size("size"))
        default:
            known("height")
            return .beside(elements(object, "beside", texts: texts), height: object.number("height", in: 1...800))
        }
    }

    private mutating func use(_ part: String, _ object: TemplateObject) {
        if vocabulary.parts.contains(part) {
            if !used.insert(part).inserted, part != "photo" {
                mistakes.note(object.place, "“\(part)” stands twice", "keep one of them")
            }
        } else {
            let parts = vocabulary.parts.sorted().joined(separator: ", ")
            mistakes.note(
                object.place, "\(paper.rawValue) has no “\(part)”",
                parts.isEmpty ? "remove it" : "use one of \(parts), or remove it")
        }
    }

    mutating func text(_ object: TemplateObject, _ key: String, _ texts: Set<String> = []) -> TemplateText {
        text(object.string(key), texts, object.place(of: key))
    }

    private mutating func text(_ source: String, _ texts: Set<String>, _ place: String) -> TemplateText {
        do {
            let text = try TemplateText(source)
            for name in text.names { check(name, texts, place, nil) }
            return text
        } catch {
            let problem =
                switch error {
                case .unclosed: "a { has no }"
                case .unopened: "a } has no {"
                case .badName(let name): "{\(name)} is no placeholder"
                }
            mistakes.note(place, problem, "write {name} of letters, or {{ and }} for the braces themselves")
            return .empty
        }
    }

    private mutating func check(_ name: String, _ texts: Set<String>, _ place: String, _ object: TemplateObject?) {
        used.insert(name)
        let known = vocabulary.texts.union(texts)
        if !known.contains(name) {
            let names = known.sorted().joined(separator: ", ")
            mistakes.note(place, "“\(name)” is unknown on \(paper.rawValue)", "use one of \(names)")
        }
    }

    private func style(_ object: TemplateObject, _ key: String) -> TextStyle {
        let name = object.string(key)
        if let style = styles[name] { return style }
        if object.members[key] != nil {
            object.note(key, "there is no style “\(name)”", "define it under styles, or use \(list(styles.keys))")
        }
        return TextStyle(size: 10)
    }

    private func measures(_ object: TemplateObject) -> [TableStyle] {
        let name = object.string("measures")
        if let styles = tables[name], !styles.isEmpty { return styles }
        if object.members["measures"] != nil {
            object.note(
                "measures", "there is no table “\(name)”", "define it under tables, or use \(list(tables.keys))")
        }
        return [TableStyle()]
    }

    private func measure(_ object: TemplateObject) -> TableStyle { measures(object)[0] }

    private func list(_ names: some Sequence<String>) -> String { names.sorted().joined(separator: ", ") }

    private mutating func rows(_ object: TemplateObject) -> [(label: String, value: TemplateText)] {
        let place = object.place(of: "table")
        let trees = object.list("table")
        if trees.isEmpty { mistakes.note(place, "has no rows", "write rows [\"label\", \"{placeholder}\"]") }
        return trees.enumerated().compactMap { index, tree in
            guard case .array(let cells) = tree, cells.count == 2, case .string(let label) = cells[0],
                case .string(let value) = cells[1]
            else {
                mistakes.note("\(place)[\(index)]", "is no row", "write [\"label\", \"{placeholder}\"]")
                return nil
            }
            return (label, text(value, [], "\(place)[\(index)]"))
        }
    }

    private mutating func grid(_ object: TemplateObject) -> GridTemplate {
        let name = object.string("grid")
        used.insert(name)
        let texts = vocabulary.lists[name]
        if texts == nil {
            let lists = list(vocabulary.lists.keys)
            object.note(
                "grid", "\(paper.rawValue) has no list “\(name)”", lists.isEmpty ? "remove it" : "use \(lists)")
        }
        let place = object.place(of: "columns")
        let columns = object.list("columns").enumerated().map { index, tree in
            column(TemplateObject(tree, place: "\(place)[\(index)]", mistakes: mistakes), texts ?? [])
        }
        if columns.isEmpty { mistakes.note(place, "has no columns", "list them, each with title, value and width") }
        return GridTemplate(list: name, columns: columns, table: measure(object))
    }

    private mutating func column(_ object: TemplateObject, _ texts: Set<String>) -> GridTemplate.Column {
        object.refuseOthers(than: ["title", "value", "width", "align"])
        return GridTemplate.Column(
            title: object.string("title"), value: text(object, "value", texts),
            width: object.number("width", in: 10...600), alignment: object.choice("align", or: .leading))
    }
}

extension TemplateText {
    static let empty = TemplateText(literal: "")

    private init(literal: String) {
        source = literal
        pieces = []
    }
}

/// Mistakes of one file, in the order in which they were found.
final class TemplateMistakes {
    let file: String
    private(set) var faults: [TemplateFault] = []

    init(file: String) { self.file = file }

    func note(_ place: String, _ problem: String, _ remedy: String) {
        faults.append(TemplateFault(file: file, place: place, problem: problem, remedy: remedy))
    }
}

/// One object of a template being read. A mistake is noted with its place, and a default stands in for the value, so
/// that one reading finds all.
struct TemplateObject {
    let members: [String: JSONTree]
    let place: String
    let mistakes: TemplateMistakes

    init(_ tree: JSONTree, place: String, mistakes: TemplateMistakes) {
        if case .object(let members) = tree {
            self.members = members
        } else {
            members = [:]
            mistakes.note(place, "is \(tree.kind)", "write an object {…}")
        }
        self.place = place
        self.mistakes = mistakes
    }

    func place(of key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    func note(_ key: String, _ problem: String, _ remedy: String) { mistakes.note(place(of: key), problem, remedy) }

    func refuseOthers(than known: [String]) {
        for key in members.keys.sorted() where !known.contains(key) {
            note(key, "is not known here", "remove it or use one of \(known.sorted().joined(separator: ", "))")
        }
    }

    func string(_ key: String, or fallback: String? = nil) -> String {
        switch members[key] {
        case .string(let text): return text
        case nil:
            if fallback == nil { mistakes.note(place, "“\(key)” is missing", "add a text “\(key)”") }
        case .some(let other): note(key, "is \(other.kind)", "write a text in quotes")
        }
        return fallback ?? ""
    }

    func number(_ key: String, in range: ClosedRange<Double>, or fallback: Double? = nil) -> Double {
        switch members[key] {
        case .number(let number):
            if range.contains(number) { return number }
            note(key, "is \(number)", "write a number from \(range.lowerBound) to \(range.upperBound)")
        case nil:
            if fallback == nil { mistakes.note(place, "“\(key)” is missing", "add a number “\(key)”") }
        case .some(let other): note(key, "is \(other.kind)", "write a number of points")
        }
        return fallback ?? range.lowerBound
    }

    func optionalNumber(_ key: String, in range: ClosedRange<Double>) -> Double? {
        members[key] == nil ? nil : number(key, in: range)
    }

    func flag(_ key: String) -> Bool {
        switch members[key] {
        case .flag(let flag): return flag
        case nil: return false
        case .some(let other):
            note(key, "is \(other.kind)", "write true or false")
            return false
        }
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, or fallback: Choice) -> Choice {
        guard members[key] != nil else { return fallback }
        let text = string(key)
        if let choice = Choice(rawValue: text) { return choice }
        let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        note(key, "is “\(text)”", "write one of \(all)")
        return fallback
    }

    func list(_ key: String) -> [JSONTree] {
        switch members[key] {
        case .array(let values): return values
        case nil: return []
        case .some(let other):
            note(key, "is \(other.kind)", "write a list […]")
            return []
        }
    }

    func object(_ key: String) -> TemplateObject? {
        members[key].map { TemplateObject($0, place: place(of: key), mistakes: mistakes) }
    }

    /// A size as `[width, height]`.
    func size(_ key: String, or fallback: Size? = nil) -> Size {
        let values: [Double] = list(key).compactMap { if case .number(let number) = $0 { number } else { nil } }
        if values.count == 2, values.allSatisfy({ (1...2000).contains($0) }) {
            return Size(width: values[0], height: values[1])
        }
        if members[key] != nil || fallback == nil {
            note(key, "is no size", "write [width, height] in points, each from 1 to 2000")
        }
        return fallback ?? Size(width: 1, height: 1)
    }
}

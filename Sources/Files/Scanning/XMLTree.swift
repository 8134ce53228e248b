import Foundation

/// An element of the small XML that scanners speak: its local name, its text, its children. Attributes, entities,
/// comments and what a prefix stands for are not needed to understand it, and are passed over.
struct XMLTree: Hashable {
    let name: String
    private(set) var text = ""
    private(set) var children: [XMLTree] = []

    private static let mostBytes = 1 << 18
    private static let deepest = 32

    /// Nil for what is no XML, too much of it, or has a document type of its own.
    static func parse(_ data: Data) -> XMLTree? {
        guard data.count <= mostBytes, let text = String(validating: data, as: UTF8.self) else { return nil }
        var reader = Reader(rest: text[...])
        return reader.document()
    }

    func child(_ name: String) -> XMLTree? { children.first { $0.name == name } }

    /// Everything of that name below, in order.
    func all(_ name: String) -> [XMLTree] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    /// The text of the first of that name below.
    func value(_ name: String) -> String? { all(name).first?.text }

    func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }

    private struct Reader {
        var rest: Substring

        mutating func document() -> XMLTree? {
            while let tag = nextTag()?.tag {
                if tag.hasPrefix("?") { continue }
                guard !tag.hasPrefix("!"), !tag.hasPrefix("/") else { return nil }
                return element(tag, depth: 0)
            }
            return nil
        }

        /// What stands between the angles, and the text before them. A comment is passed over.
        private mutating func nextTag() -> (before: Substring, tag: Substring)? {
            guard let open = rest.firstIndex(of: "<") else { return nil }
            let before = rest[..<open]
            if rest[open...].hasPrefix("<!--") {
                guard let end = rest[open...].range(of: "-->") else { return nil }
                rest = rest[end.upperBound...]
                return nextTag().map { (before + $0.before, $0.tag) }
            }
            guard let close = rest[open...].firstIndex(of: ">") else { return nil }
            let tag = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            return (before, tag)
        }

        private mutating func element(_ tag: Substring, depth: Int) -> XMLTree? {
            guard depth < deepest else { return nil }
            let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" }.split(separator: ":").last ?? "")
            guard !name.isEmpty else { return nil }
            var element = XMLTree(name: name)
            if tag.hasSuffix("/") { return element }
            while let (before, next) = nextTag() {
                element.text += before
                if next.hasPrefix("/") {
                    let closed = next.dropFirst().split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
                    guard closed == name else { return nil }
                    element.text = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
                    return element
                }
                guard !next.hasPrefix("!"), !next.hasPrefix("?"), let child = self.element(next, depth: depth + 1)
                else { return nil }
                element.children.append(child)
            }
            return nil
        }
    }
}

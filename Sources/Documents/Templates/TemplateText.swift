/// Text of a template with places for what the paper says: `编号：{number}`. `{{` and `}}` stand for the braces
/// themselves.
struct TemplateText: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case literal(String)
        case placeholder(String)
    }

    enum Mistake: Error { case unclosed, unopened, badName(String) }

    let source: String
    let pieces: [Piece]

    init(_ source: String) throws(Mistake) {
        var pieces: [Piece] = []
        var literal = ""
        var rest = source[...]
        while let character = rest.popFirst() {
            let isDoubled = rest.first == character
            switch character {
            case "{" where isDoubled, "}" where isDoubled:
                rest.removeFirst()
                literal.append(character)
            case "{":
                guard let end = rest.firstIndex(of: "}") else { throw .unclosed }
                let name = String(rest[..<end])
                guard Self.isName(name) else { throw .badName(name) }
                if !literal.isEmpty { pieces.append(.literal(literal)) }
                literal = ""
                pieces.append(.placeholder(name))
                rest = rest[rest.index(after: end)...]
            case "}": throw .unopened
            default: literal.append(character)
            }
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        self.source = source
        self.pieces = pieces
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    var names: [String] {
        pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    func filled(_ values: [String: String]) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .literal(let literal): text += literal
            // Checked when the template was read: a name without a value is one that this paper leaves empty.
            case .placeholder(let name): text += values[name] ?? ""
            }
        }
    }
}

/// HTML that is safe to send: text that is put in is escaped, markup that is put in is not. Attributes stand in double
/// quotes.
struct Markup: ExpressibleByStringInterpolation, Sendable, Hashable {
    let html: String

    init(stringLiteral html: String) { self.html = html }
    init(stringInterpolation: Interpolation) { html = stringInterpolation.html }

    init(escaping text: String) {
        var html = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            case "\0": html += "\u{FFFD}"
            default: html.unicodeScalars.append(scalar)
            }
        }
        self.html = html
    }

    static let nothing: Markup = ""

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var html = ""

        init(literalCapacity: Int, interpolationCount: Int) { html.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ literal: String) { html += literal }
        mutating func appendInterpolation(_ text: String) { html += Markup(escaping: text).html }
        mutating func appendInterpolation(_ number: Int) { html += String(number) }
        mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
        mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { html += part.html } }
    }
}

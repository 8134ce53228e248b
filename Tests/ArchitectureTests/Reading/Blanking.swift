/// Replaces what is no code by nothing, and keeps every line break. Works on bytes: the whole tree is read at each run.
struct Blanking {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []

    private static let (quote, fence, slash, star, backslash) = (
        UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "\\")
    )
    private static let (opening, closing, newline) = (UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\n"))

    static func code(of text: String) -> String {
        var blanking = Blanking(bytes: Array(text.utf8))
        blanking.scanCode(isInterpolation: false)
        return String(decoding: blanking.output, as: UTF8.self)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ offset: Int = 0) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    /// Until the parenthesis that closes an interpolation, or the end.
    private mutating func scanCode(isInterpolation: Bool) {
        var depth = 0
        while let next = byte() {
            switch next {
            case Self.slash where byte(1) == Self.slash: skipLineComment()
            case Self.slash where byte(1) == Self.star: skipBlockComment()
            case Self.quote, Self.fence:
                if let fences = fencesBeforeQuote() { scanLiteral(fences: fences) } else { copy(next) }
            case Self.closing where isInterpolation && depth == 0: return
            default:
                if next == Self.opening { depth += 1 }
                if next == Self.closing { depth -= 1 }
                copy(next)
            }
        }
    }

    private mutating func copy(_ byte: UInt8) {
        output.append(byte)
        position += 1
    }

    private mutating func pass() {
        if byte() == Self.newline { output.append(Self.newline) }
        position += 1
    }

    private mutating func skipLineComment() {
        while let next = byte(), next != Self.newline { position += 1 }
    }

    private mutating func skipBlockComment() {
        while byte() != nil, !(byte() == Self.star && byte(1) == Self.slash) { pass() }
        position += 2
    }

    private func fencesBeforeQuote() -> Int? {
        var fences = 0
        while byte(fences) == Self.fence { fences += 1 }
        return byte(fences) == Self.quote ? fences : nil
    }

    private func hasFences(_ count: Int, at offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == Self.fence }
    }

    private func ends(quotes: Int, fences: Int) -> Bool {
        (0..<quotes).allSatisfy { byte($0) == Self.quote } && hasFences(fences, at: quotes)
    }

    private mutating func scanLiteral(fences: Int) {
        position += fences
        let quotes = byte(1) == Self.quote && byte(2) == Self.quote ? 3 : 1
        position += quotes
        output.append(Self.quote)
        while let next = byte(), !(next == Self.quote && ends(quotes: quotes, fences: fences)) {
            if next == Self.backslash, hasFences(fences, at: 1) { scanEscape(fences: fences) } else { pass() }
        }
        position += quotes + fences
        output.append(Self.quote)
    }

    private mutating func scanEscape(fences: Int) {
        position += fences + 1
        if byte() == Self.opening {
            position += 1
            scanCode(isInterpolation: true)
        }
        pass()
    }
}

import Terminal
import Testing

@testable import Framebuffer

struct KeyTests {
    private static let shift: UInt16 = 42
    private static let control: UInt16 = 29
    private static let alt: UInt16 = 56
    private static let capsLock: UInt16 = 58

    private static func keys(_ presses: [(UInt16, Int32)]) -> [Key] {
        var decoder = KeyDecoder()
        return presses.compactMap { decoder.feed(Events.key($0.0, $0.1)) }
    }

    private static func tap(_ code: UInt16, with modifier: UInt16? = nil) -> [Key] {
        let tap: [(UInt16, Int32)] = [(code, 1), (code, 0)]
        guard let modifier else { return keys(tap) }
        return keys([(modifier, 1)] + tap + [(modifier, 0)])
    }

    @Test func `all of a US keyboard can be typed`() {
        var decoder = KeyDecoder()
        var typed: Set<Character> = []
        for modifier in [nil, Self.shift] {
            if let modifier { _ = decoder.feed(Events.key(modifier, 1)) }
            for code in UInt16(0)..<128 where code != Self.capsLock {
                if case .character(let character)? = decoder.feed(Events.key(code, 1)) { typed.insert(character) }
                if code != modifier { _ = decoder.feed(Events.key(code, 0)) }
            }
        }
        let printable = Set((UInt8(0x20)...0x7E).map { Character(Unicode.Scalar($0)) })
        #expect(typed == printable, "\(printable.symmetricDifference(typed))")
    }

    @Test(arguments: [
        (UInt16(28), Key.enter), (96, .enter), (1, .escape), (14, .backspace), (15, .tab), (103, .up), (108, .down),
        (105, .left), (106, .right), (104, .pageUp), (109, .pageDown), (102, .home), (107, .end), (110, .insert),
        (111, .delete), (59, .function(1)), (68, .function(10)), (87, .function(11)), (88, .function(12)),
        (30, .character("a")), (11, .character("0")), (82, .character("0")), (71, .character("7")),
        (53, .character("/")),
    ])
    func `each key by its code`(code: UInt16, key: Key) {
        #expect(Self.tap(code) == [key])
    }

    @Test func `shift, caps lock and both`() {
        #expect(Self.tap(30, with: Self.shift) == [.character("A")])
        #expect(Self.tap(2, with: Self.shift) == [.character("!")])
        #expect(Self.tap(15, with: Self.shift) == [.backTab])
        let locked: [(UInt16, Int32)] = [(Self.capsLock, 1), (Self.capsLock, 0), (30, 1), (30, 0), (2, 1)]
        #expect(Self.keys(locked) == [.character("A"), .character("1")])
        #expect(Self.keys(locked + [(Self.shift, 1), (31, 1)]).last == .character("s"))
    }

    @Test func `control with a letter, and nothing with alt`() {
        #expect(Self.tap(46, with: Self.control) == [.control("c")])
        #expect(Self.tap(2, with: Self.control) == [])
        for modifier in [Self.alt, 100, 125, 126] { #expect(Self.tap(30, with: modifier) == []) }
    }

    @Test func `nothing leads out: neither a console's keys nor SysRq nor the three-finger salute`() {
        let salute: [(UInt16, Int32)] = [(Self.control, 1), (Self.alt, 1), (111, 1)]
        #expect(Self.keys(salute) == [])
        #expect(Self.keys([(Self.control, 1), (Self.alt, 1), (60, 1)]) == [], "to the second console")
        #expect(Self.keys([(Self.alt, 1), (99, 1), (48, 1)]) == [], "SysRq b")
        #expect(Self.tap(116) == [], "power")
    }

    @Test func `a held key repeats, and a modifier lost in a full buffer does not stick`() {
        #expect(Self.keys([(30, 1), (30, 2), (30, 2), (30, 0)]).count == 3)
        var decoder = KeyDecoder()
        _ = decoder.feed(Events.key(Self.alt, 1))
        _ = decoder.feed(Events.dropped)
        #expect(decoder.feed(Events.key(30, 1)) == .character("a"))
    }
}

import Terminal

/// Turns a keyboard's key codes into keys, by the US layout.
struct KeyDecoder: Hashable, Sendable {
    private var down: Set<UInt16> = []
    private var isCapital = false

    private static let shifts: Set<UInt16> = [42, 54]
    private static let controls: Set<UInt16> = [29, 97]
    /// Alt and the key with the window: what is pressed with them is for nobody here.
    private static let others: Set<UInt16> = [56, 100, 125, 126]
    private static let capsLock: UInt16 = 58

    /// Nil for a release, for a key that only changes others, and for what we have no word for.
    mutating func feed(_ event: RawEvent) -> Key? {
        if event.type == RawEvent.synchronization, event.code == RawEvent.dropped { down = [] }
        guard event.type == RawEvent.key, event.code < 0x100 else { return nil }
        // 0 is a release, 1 a press, 2 a repetition.
        guard event.value != 0 else {
            down.remove(event.code)
            return nil
        }
        if event.code == Self.capsLock, event.value == 1 { isCapital.toggle() }
        down.insert(event.code)
        return key(event.code)
    }

    private func key(_ code: UInt16) -> Key? {
        guard down.isDisjoint(with: Self.others) else { return nil }
        if let key = Self.named[code] { return key == .tab && isShifted ? .backTab : key }
        guard let (plain, shifted) = Self.characters[code] else { return nil }
        if !down.isDisjoint(with: Self.controls) { return plain.isLetter ? .control(plain) : nil }
        let isUpper = isShifted != (isCapital && plain.isLetter)
        return .character(isUpper ? shifted : plain)
    }

    private var isShifted: Bool { !down.isDisjoint(with: Self.shifts) }
}

extension KeyDecoder {
    /// KEY_… of linux/input-event-codes.h.
    private static let named: [UInt16: Key] = {
        var keys: [UInt16: Key] = [
            1: .escape, 14: .backspace, 15: .tab, 28: .enter, 96: .enter, 102: .home, 103: .up, 104: .pageUp,
            105: .left, 106: .right, 107: .end, 108: .down, 109: .pageDown, 110: .insert, 111: .delete,
            87: .function(11),
            88: .function(12),
        ]
        for number in 1...10 { keys[UInt16(58 + number)] = .function(number) }
        return keys
    }()

    private static let characters: [UInt16: (Character, Character)] = {
        var keys: [UInt16: (Character, Character)] = [57: (" ", " "), 43: ("\\", "|"), 86: ("<", ">")]
        func add(_ plain: String, _ shifted: String, from code: UInt16) {
            for (offset, pair) in zip(plain, shifted).enumerated() { keys[code + UInt16(offset)] = pair }
        }
        add("1234567890-=", "!@#$%^&*()_+", from: 2)
        add("qwertyuiop[]", "QWERTYUIOP{}", from: 16)
        add("asdfghjkl;'`", "ASDFGHJKL:\"~", from: 30)
        add("zxcvbnm,./", "ZXCVBNM<>?", from: 44)
        // The block of digits, as if its lock were on.
        add("789-456+1230.", "789-456+1230.", from: 71)
        keys[55] = ("*", "*")
        keys[98] = ("/", "/")
        return keys
    }()
}

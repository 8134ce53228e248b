import CardReader
import Core

/// The card's side of the PIV commands.
struct PIVCardState {
    let keys: [PIVSlot: PIVCardKey]
    let pin: [UInt8]
    let tries: Int
    var triesLeft: Int
    private(set) var isVerified = false
    /// The PIN was the very last thing said: what a PIN-always key wants.
    private var isFresh = false
    private var isSelected = false
    /// Data of a chained command so far, and which command it is.
    private var chain: [UInt8] = []
    private var chainedCommand: UInt8?
    /// What GET RESPONSE still has to fetch.
    private var waiting: [UInt8] = []

    init(keys: [PIVSlot: PIVCardKey], pin: [UInt8], tries: Int) {
        self.keys = keys
        self.pin = pin
        self.tries = tries
        triesLeft = tries
    }

    mutating func forget() {
        isVerified = false
        isFresh = false
        isSelected = false
        chain = []
        waiting = []
    }

    mutating func answer(_ bytes: [UInt8]) -> ResponseAPDU {
        guard let command = ReceivedAPDU(bytes) else { return Self.status(0x6700) }
        guard command.cla & 0xEF == 0 else { return Self.status(0x6E00) }
        if command.ins == 0xC0 { return fetch(command.expected ?? 256) }
        waiting = []
        if command.ins != 0x87 { isFresh = false }
        if chainedCommand != command.ins { chain = [] }
        chainedCommand = command.ins
        chain += command.data
        guard command.cla & 0x10 == 0 else { return Self.status(0x9000) }
        defer { chain = [] }
        let answer = perform(command)
        guard !answer.data.isEmpty else { return answer }
        waiting = answer.data
        // Common cards answer also when no length is expected, and yubico-piv-tool relies on it.
        return fetch(command.expected ?? 256)
    }

    private mutating func perform(_ command: ReceivedAPDU) -> ResponseAPDU {
        if command.ins == 0xA4 { return select(command) }
        guard isSelected else { return Self.status(0x6D00) }
        return switch (command.ins, command.p1, command.p2) {
        case (0xCB, 0x3F, 0xFF): getData()
        case (0x20, 0x00, 0x80): verify()
        case (0x20, _, _): Self.status(0x6A88)
        case (0x87, _, _): authenticate(algorithm: command.p1, reference: command.p2)
        default: Self.status(0x6D00)
        }
    }

    private mutating func select(_ command: ReceivedAPDU) -> ResponseAPDU {
        // The registered identifier alone selects as well.
        guard command.p1 == 0x04, chain.count >= 5, PIVObjects.fullApplicationIdentifier.starts(with: chain) else {
            return Self.status(0x6A82)
        }
        isSelected = true
        isVerified = false
        return Self.data(PIVObjects.applicationTemplate)
    }

    private func getData() -> ResponseAPDU {
        guard let request = TLV(at: chain[...]), request.tag == 0x5C else { return Self.status(0x6A80) }
        let tag = Array(request.value)
        if let fixed = PIVObjects.fixed[tag] { return Self.data(fixed) }
        guard let key = keys.first(where: { $0.key.certificateTag == tag })?.value else { return Self.status(0x6A82) }
        return Self.data(PIVObjects.certificateObject(key.certificate))
    }

    private mutating func verify() -> ResponseAPDU {
        guard !chain.isEmpty else {
            if isVerified { return Self.status(0x9000) }
            return triesLeft == 0 ? Self.status(0x6983) : Self.status(0x63C0 + UInt16(triesLeft))
        }
        guard triesLeft > 0 else { return Self.status(0x6983) }
        let digits = chain.prefix { $0 != 0xFF }
        guard chain.count == 8, (6...8).contains(digits.count), chain.dropFirst(digits.count).allSatisfy({ $0 == 0xFF })
        else { return Self.status(0x6A80) }  // Counts as no try.
        isVerified = Array(digits) == pin
        isFresh = isVerified
        triesLeft = isVerified ? tries : triesLeft - 1
        return isVerified ? Self.status(0x9000) : Self.status(0x63C0 + UInt16(triesLeft))
    }

    private mutating func authenticate(algorithm: UInt8, reference: UInt8) -> ResponseAPDU {
        guard let slot = PIVSlot(rawValue: reference), let key = keys[slot] else { return Self.status(0x6A88) }
        guard algorithm == key.algorithm else { return Self.status(0x6A86) }
        let isAllowed =
            switch slot {
            case .authentication: isVerified
            case .signature: isFresh
            case .cardAuthentication: true
            }
        isFresh = false
        guard isAllowed else { return Self.status(0x6982) }
        guard let template = TLV(at: chain[...]), template.tag == 0x7C,
            let challenge = template.children?.first(where: { $0.tag == 0x81 }),
            let signature = key.sign(Array(challenge.value))
        else { return Self.status(0x6A80) }
        return Self.data(TLV.encode(0x7C, TLV.encode(0x82, signature)))
    }

    private mutating func fetch(_ length: Int) -> ResponseAPDU {
        let part = Array(waiting.prefix(length))
        waiting.removeFirst(part.count)
        let left = UInt16(min(waiting.count, 256) & 0xFF)
        return ResponseAPDU(data: part, status: waiting.isEmpty ? .ok : StatusWord(0x6100 + left))
    }

    private static func status(_ code: UInt16) -> ResponseAPDU { ResponseAPDU(status: StatusWord(code)) }
    private static func data(_ data: [UInt8]) -> ResponseAPDU { ResponseAPDU(data: data, status: .ok) }
}

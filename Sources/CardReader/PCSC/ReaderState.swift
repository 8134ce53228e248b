import CPCSC

/// What pcscd says of one reader: flags, a counter of insertions and removals in the upper 16 bits, and the ATR.
struct ReaderState: Hashable {
    let reader: String
    /// Without the CHANGED flag, as the next wait wants it.
    var flags: UInt
    var atr: [UInt8] = []

    /// A reader of which nothing is known yet: the wait returns at once.
    init(unseen reader: String) {
        self.reader = reader
        flags = UInt(SCARD_STATE_UNAWARE)
    }

    init(reader: String, raw: SCARD_READERSTATE) {
        self.reader = reader
        flags = raw.dwEventState & ~UInt(SCARD_STATE_CHANGED)
        atr = withUnsafeBytes(of: raw.rgbAtr) { Array($0.prefix(Int(min(raw.cbAtr, 33)))) }
    }

    /// The pseudo reader whose state changes when readers come and go.
    static let plugAndPlay = "\\\\?PnP?\\Notification"

    var eventCount: UInt16 { UInt16(truncatingIfNeeded: flags >> 16) }
    var isPresent: Bool { has(SCARD_STATE_PRESENT) }
    var isMute: Bool { has(SCARD_STATE_MUTE) }
    var isUnavailable: Bool { has(SCARD_STATE_UNAVAILABLE) || has(SCARD_STATE_UNKNOWN) }

    private func has(_ flag: Int32) -> Bool { flags & UInt(flag) != 0 }
}

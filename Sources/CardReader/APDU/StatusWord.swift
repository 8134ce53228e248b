/// SW1 SW2 of ISO 7816-4, with the PIN answers of PIV (NIST SP 800-73).
package struct StatusWord: Hashable, Sendable {
    package let code: UInt16

    package init(_ code: UInt16) { self.code = code }

    package enum Meaning: Hashable, Sendable {
        case ok
        /// `61xx`: this many bytes more (256 or more when `xx` is 0) by GET RESPONSE.
        case moreData(Int)
        /// `6Cxx`: the command again, expecting this many bytes.
        case wrongExpectedLength(Int)
        /// `63Cx`: a wrong PIN, or the question how many tries are left.
        case triesLeft(Int)
        case pinBlocked
        case securityNotSatisfied
        case notFound
        /// The card does not know such a command or class at all.
        case unknownCommand
        case other
    }

    package var meaning: Meaning {
        let low = Int(code & 0xFF)
        return switch code {
        case 0x9000: .ok
        case 0x6100...0x61FF: .moreData(low == 0 ? 256 : low)
        case 0x6C00...0x6CFF: .wrongExpectedLength(low == 0 ? 256 : low)
        case 0x63C0...0x63CF: .triesLeft(low & 0x0F)
        case 0x6983: .pinBlocked
        case 0x6982: .securityNotSatisfied
        case 0x6A82, 0x6A88: .notFound
        case 0x6D00, 0x6E00: .unknownCommand
        default: .other
        }
    }

    package static let ok = StatusWord(0x9000)
}

extension StatusWord: CustomStringConvertible {
    package var description: String { Hex.text([UInt8(code >> 8), UInt8(code & 0xFF)]) }
}

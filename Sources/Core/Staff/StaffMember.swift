/// The holder of a staff card: a role and a number, never a name.
package struct StaffMember: Hashable, Sendable, Codable {
    package let role: StaffRole
    /// 工号, as audit and screens show it: one to sixteen of `A–Z`, `a–z`, `0–9` and `-`.
    package let number: String

    /// Nil for a number that is none.
    package init?(role: StaffRole, number: String) {
        guard (1...16).contains(number.utf8.count), number.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.role = role
        self.number = number
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension StaffMember {
    private enum CodingKeys: CodingKey { case role, number }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let role = try container.decode(StaffRole.self, forKey: .role)
        guard let member = StaffMember(role: role, number: try container.decode(String.self, forKey: .number)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .number, in: container, debugDescription: "not a staff number")
        }
        self = member
    }
}

extension StaffMember: CustomStringConvertible {
    package var description: String { "\(role.rawValue) \(number)" }
}

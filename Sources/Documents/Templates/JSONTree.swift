import Foundation

/// Any JSON value: a template is read from it, so that every mistake can be told with its place.
enum JSONTree: Hashable, Sendable, Decodable {
    case object([String: JSONTree])
    case array([JSONTree])
    case string(String)
    case number(Double)
    case flag(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let values = try? container.decode([JSONTree].self) {
            self = .array(values)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }

    /// What it is, for the words of a mistake.
    var kind: String {
        switch self {
        case .object: "an object {…}"
        case .array: "a list […]"
        case .string: "a text"
        case .number: "a number"
        case .flag: "true or false"
        case .null: "null"
        }
    }
}

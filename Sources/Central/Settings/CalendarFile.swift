import Core
import Foundation

/// The file of holiday tables: a JSON array, one table a year, each checked when it is read.
enum CalendarFile {
    static func read(_ file: URL) throws(CalendarFault) -> WorkingCalendar {
        guard let data = try? Data(contentsOf: file) else { throw .unreadable }
        guard (try? JSONSerialization.jsonObject(with: data)) != nil else { throw .notJSON }
        do { return try JSONDecoder().decode(WorkingCalendar.self, from: data) } catch {
            throw CalendarFault(error)
        }
    }
}

/// Why a file of holiday tables is not taken: where, and what.
enum CalendarFault: Error, Hashable, CustomStringConvertible {
    case unreadable
    case notJSON
    /// - place: such as `[0].feasts[2].from`.
    case wrong(place: String, reason: String)

    init(_ error: any Error) {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            self = .wrong(place: Self.place(context.codingPath + [key]), reason: "is missing")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            self = .wrong(place: Self.place(context.codingPath), reason: context.debugDescription)
        case DecodingError.dataCorrupted(let context):
            self = .wrong(place: Self.place(context.codingPath), reason: context.debugDescription)
        default: self = .notJSON
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        var place = ""
        for key in path {
            if let index = key.intValue {
                place += "[\(index)]"
            } else {
                place += place.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return place
    }

    var description: String {
        switch self {
        case .unreadable: "cannot be read"
        case .notJSON: "not JSON"
        case .wrong(let place, let reason): place.isEmpty ? reason : "\(place): \(reason)"
        }
    }
}

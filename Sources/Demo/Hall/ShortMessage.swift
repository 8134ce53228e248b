import Foundation

/// A text message as the store's spool holds it: what arrived on somebody's phone.
struct ShortMessage: Codable, Hashable, Sendable {
    let to: String
    let text: String
    let at: Date

    /// The six digits in the text, if it carries a code.
    var code: String? {
        text.split { !$0.isNumber }.first { $0.count == 6 }.map(String.init)
    }

    /// Everything in the spool, oldest first.
    static func all(in spool: String) -> [ShortMessage] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: spool)) ?? []
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            let format = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
            return try Date(text, strategy: format)
        }
        return names.filter { $0.hasSuffix(".json") }
            .compactMap { try? Data(contentsOf: URL(fileURLWithPath: "\(spool)/\($0)")) }
            .compactMap { try? decoder.decode(ShortMessage.self, from: $0) }
            .sorted { $0.at < $1.at }
    }
}

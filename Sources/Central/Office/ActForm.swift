import Core

/// The form of one act, as it was sent.
struct ActForm {
    let act: ReviewAct
    /// Of the application as the page showed it.
    let revision: Int

    static let longestReason = 500
    static let mostItems = 20
    static let longestItem = 200

    /// What is wrong with a form that a browser sent all the same.
    enum Problem: Error, Hashable {
        case notSure
        case missing
        case tooLong(limit: Int)
        case tooMany(limit: Int)

        var text: String {
            switch self {
            case .notSure: "请先勾选确认，再提交。"
            case .missing: "请填写内容，申请人会看到。"
            case .tooLong(let limit): "内容太长，每项不能超过 \(limit) 个字。"
            case .tooMany(let limit): "补正内容不能超过 \(limit) 项。"
            }
        }
    }

    /// - Throws: `Problem`, or `OfficeFault.unreadable` for what no page of ours sends.
    init(_ name: ReviewAct.Name, _ fields: FormFields) throws {
        guard let revision = fields["revision"].flatMap({ Int($0) }) else { throw OfficeFault.unreadable }
        self.revision = revision
        let act: ReviewAct =
            switch name {
            case .accept: .accept
            case .beginReview: .beginReview
            case .approve: .approve
            case .decline: .decline(reason: try Self.reason(fields))
            case .refuse: .refuse(reason: try Self.reason(fields))
            case .requireCorrection: .requireCorrection(items: try Self.items(fields))
            }
        guard fields["sure"] == "yes" else { throw Problem.notSure }
        self.act = act
    }

    private static func reason(_ fields: FormFields) throws -> String {
        let reason = lines(fields["text"] ?? "").joined(separator: " ")
        guard !reason.isEmpty else { throw Problem.missing }
        guard reason.count <= longestReason else { throw Problem.tooLong(limit: longestReason) }
        return reason
    }

    /// What was ticked, then what was written, each once.
    private static func items(_ fields: FormFields) throws -> [String] {
        var items: [String] = []
        for item in fields.all("item").flatMap(lines) + lines(fields["text"] ?? "") where !items.contains(item) {
            items.append(item)
        }
        guard !items.isEmpty else { throw Problem.missing }
        guard items.count <= mostItems else { throw Problem.tooMany(limit: mostItems) }
        guard items.allSatisfy({ $0.count <= longestItem }) else { throw Problem.tooLong(limit: longestItem) }
        return items
    }

    /// Without blanks around and without empty ones; a control character becomes a blank.
    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            let scalars = line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
            return String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }.filter { !$0.isEmpty }
    }
}

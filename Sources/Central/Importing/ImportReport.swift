/// What became of a file, line by line. No value of the file stands in it: values are people's.
struct ImportReport: Codable, Hashable, Sendable {
    let kind: String
    let isDryRun: Bool
    var added = 0
    var changed = 0
    var unchanged = 0
    var refused: [Refusal] = []

    struct Refusal: Codable, Hashable, Sendable {
        let line: Int
        /// As the file's header names it; nil for the line as a whole.
        let field: String?
        let reason: String
    }

    var text: String {
        let head = isDryRun ? "试运行，没有写入任何内容。\n" : ""
        let lines = refused.map { "第 \($0.line) 行 \($0.field.map { "\($0)：" } ?? "")\($0.reason)\n" }
        return head + lines.joined()
            + "新增 \(added)，更新 \(changed)，未变 \(unchanged)，拒绝 \(Set(refused.map(\.line)).count) 行\n"
    }
}

/// Why a file is not looked at at all.
enum ImportFault: Error, Hashable, CustomStringConvertible {
    case unreadable
    case csv(CSVFile.Fault)
    case missingColumns([String])
    case unknownColumns([String])
    case doubleColumn(String)

    var description: String {
        switch self {
        case .unreadable: "cannot be read"
        case .csv(let fault): fault.description
        case .missingColumns(let names): "missing columns: \(names.joined(separator: ", "))"
        case .unknownColumns(let names): "unknown columns: \(names.joined(separator: ", "))"
        case .doubleColumn(let name): "column twice: \(name)"
        }
    }
}

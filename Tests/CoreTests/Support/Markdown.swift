/// A table in Markdown.
func markdown(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows)
        .map { "| " + $0.joined(separator: " | ") + " |" }
        .joined(separator: "\n")
}

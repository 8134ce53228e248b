import Terminal

/// A form of 200 rows, one of which is being edited: a touch moves the caret there, a letter goes into its value.
struct FormScreen: BenchScreen {
    private static let labels = (1...200).map { "第\($0)项" }
    private var values = (1...200).map { "上海市示例设计研究总院有限公司第\($0)分院" }
    private var edited = 0

    func view(size: Size) -> View<BenchAction> {
        View.column {
            View.line("二级注册建筑师初始注册申请表", style: .title)
            View.scroll(
                "form",
                View.column {
                    for (row, label) in Self.labels.enumerated() {
                        View.field(
                            FieldContent(label, value: values[row], isEditing: row == edited), labelWidth: 12,
                            action: .edit(row))
                    }
                })
        }
        .meaning(.group, "form", id: "screen.form")
    }

    mutating func take(_ action: BenchAction) {
        if case .edit(let row) = action { edited = row }
    }

    mutating func take(_ key: Key) {
        if case .character(let letter) = key { values[edited].append(letter) }
    }
}

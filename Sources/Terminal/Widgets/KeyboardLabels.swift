/// The words on the keys.
package struct KeyboardLabels: Hashable, Sendable {
    package var backspace: String
    package var clear: String
    package var space: String
    package var firstCandidate: String
    package var confirm: String
    package var pinyin: String
    package var handwriting: String
    package var writeHere: String
    package var letters: String
    package var digits: String
    package var original: String
    package var simplified: String
    package var more: String

    package static let chinese = KeyboardLabels(
        backspace: "退格", clear: "清空", space: "空格", firstCandidate: "选第一个", confirm: "确定", pinyin: "拼音",
        handwriting: "手写", writeHere: "用手指在白框里写一个字", letters: "ABC", digits: "123", original: "保留原字", simplified: "简体字",
        more: "更多…")
    package static let english = KeyboardLabels(
        backspace: "⌫", clear: "Clear", space: "Space", firstCandidate: "First", confirm: "Done", pinyin: "拼音",
        handwriting: "手写", writeHere: "Write one character in the box", letters: "ABC", digits: "123",
        original: "Original", simplified: "Simplified", more: "More…")
}

extension KeyboardLabels {
    package func name(of mode: KeyboardMode) -> String {
        switch mode {
        case .pinyin: pinyin
        case .handwriting: handwriting
        case .letters: letters
        case .digits: digits
        }
    }
}

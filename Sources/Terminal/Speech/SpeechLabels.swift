/// The words between what the screen says. `{1}`, `{2}` stand for numbers.
package struct SpeechLabels: Hashable, Sendable {
    package var language: SpokenLanguage
    /// Said when the voice is switched on.
    package var greeting: String
    package var step: String
    package var choices: String

    // What a thing is.
    package var button: String
    package var choice: String
    package var tick: String
    package var field: String
    package var entry: String
    package var reminder: String

    // What is true of it.
    package var selected: String
    package var notSelected: String
    package var ticked: String
    package var notTicked: String
    package var empty: String
    package var disabled: String

    // What is typed.
    package var secretKey: String
    package var needsHeadphones: String
    package var oneDigit: String
    package var digitsTyped: String
    package var removed: String
    package var cleared: String

    // How characters are read.
    package var hidden: String
    package var star: String
    package var date: String
    package var maskedDate: String
    package var pause: String

    package static let chinese = SpeechLabels(
        language: .chinese, greeting: "语音已打开。用上下左右键移动，用确认键选择。移动到尽头再按一次，会重读本屏。",
        step: "第 {1} 步，共 {2} 步", choices: "可以选 {1} 项", button: "按钮", choice: "选项", tick: "勾选框", field: "输入框",
        entry: "条目", reminder: "提醒", selected: "已选中", notSelected: "未选中", ticked: "已勾选", notTicked: "未勾选",
        empty: "还没有填", disabled: "现在不能用", secretKey: "数字键", needsHeadphones: "为了保密，插上耳机才读出数字。",
        oneDigit: "一位", digitsTyped: "已输入 {1} 位", removed: "删去一位", cleared: "已清空", hidden: "隐藏 {1} 位", star: "星号",
        date: "{1} 年 {2} 月 {3} 日",
        maskedDate: "{1} 年，月日已隐藏", pause: "，")

    package static let english = SpeechLabels(
        language: .english,
        greeting: "Voice is on. Move with the arrow keys, choose with the enter key. "
            + "Press again at the end to hear the screen once more.",
        step: "Step {1} of {2}", choices: "{1} to choose from", button: "button", choice: "option", tick: "check box",
        field: "text field", entry: "entry", reminder: "reminder", selected: "selected", notSelected: "not selected",
        ticked: "checked", notTicked: "not checked", empty: "empty", disabled: "cannot be used now",
        secretKey: "digit key", needsHeadphones: "To keep it secret, digits are read with headphones only.",
        oneDigit: "one digit", digitsTyped: "{1} digits entered", removed: "one digit deleted", cleared: "cleared",
        hidden: "{1} hidden", star: "star", date: "{1}, month {2}, day {3}", maskedDate: "{1}, month and day hidden",
        pause: ", ")
}

extension SpeechLabels {
    /// Everything that is said in these words alone, for rendering it beforehand: with small numbers put in.
    package var fixed: [String] {
        let words = [
            greeting, button, choice, tick, field, entry, reminder, selected, notSelected, ticked, notTicked, empty,
            disabled, secretKey, needsHeadphones, oneDigit, removed, cleared,
        ]
        let steps = (2...6).flatMap { all in (1...all).map { step.filled("\($0)", "\(all)") } }
        let counts = (1...14).flatMap { [choices.filled("\($0)"), digitsTyped.filled("\($0)")] }
        return words + steps + counts + (0...9).map { "\($0)" }
    }
}

extension String {
    func filled(_ arguments: String...) -> String {
        arguments.enumerated().reduce(self) { text, argument in
            text.replacing("{\(argument.offset + 1)}", with: argument.element)
        }
    }
}

package import Terminal

/// Words of the person's own, typed on the keyboard.
package struct WordsEntry: KeyboardPage {
    package enum Purpose: Hashable, Sendable {
        /// 退回修改
        case returnReason(FormReturn)
        /// 注销原因说明; written into the form at every change.
        case cancellationReason(FormPage, before: String)
        /// 证书编号; written into the form at every change.
        case qualificationNumber(FormPage, before: String)
        /// In the list of what the enterprise has confirmed.
        case search
    }

    package static let mostCharacters = 100

    package let purpose: Purpose
    package var text: String
    package var mode = KeyboardMode.pinyin
    package var composition = Composition()
    package var letters = ""
    package var strokes: [Stroke] = []
    package var keepsOriginalCharacters = false
    package var smallKeys = SmallKeys.early
}

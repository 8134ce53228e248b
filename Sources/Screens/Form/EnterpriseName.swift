package import Core
package import Terminal

package struct EnterpriseName: KeyboardPage {
    /// Restored by 取消.
    package let before: InitialForm
    /// Kept for the way back.
    package let page: FormPage
    package var mode = KeyboardMode.pinyin
    package var composition = Composition()
    package var strokes: [Stroke] = []
    /// Also the initials that the register is searched by.
    package var letters = ""
    package var matches: [Enterprise] = []
    package var keepsOriginalCharacters = false
    package var smallKeys = SmallKeys.early
    /// On a small screen only: candidates instead of the register's names.
    package var prefersCandidates = false
}

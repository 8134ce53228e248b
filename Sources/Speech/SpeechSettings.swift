import Terminal

/// How this site speaks.
package struct SpeechSettings: Hashable, Sendable {
    /// Run for every piece of text; GPL, so it is never linked. The text goes through its standard input: arguments of
    /// a process are for everybody to read.
    package var synthesiser = "espeak-ng"
    /// Plays a WAV stream from its standard input.
    package var player = ["aplay", "-q", "-"]
    /// Words a minute.
    package var speed = 180
    /// 0 to 200.
    package var volume = 100
    /// Voices of the synthesiser. Debian 12's `cmn` reads Chinese as English letters.
    package var chinese = "cmn-latn-pinyin"
    package var english = "en"
    /// Folder of sentences that were rendered beforehand (script/bake-speech).
    package var prerendered: String?

    package init() {}

    func voice(of language: SpokenLanguage) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}

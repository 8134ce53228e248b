import Dispatch
import Foundation
import Synchronization
package import Terminal

/// Speaks with espeak-ng and a player, one utterance after the other. Whatever becomes of either program, who calls is
/// never kept waiting.
package final class EspeakVoice: Voice {
    private struct State {
        var queue = SpeechQueue()
        var speaking: Speaking?
        var told: Set<String> = []
    }

    private let settings: SpeechSettings
    private let synthesiser: Synthesiser
    private let prerendered: Prerendered?
    private let onTrouble: @Sendable (String) -> Void
    private let state = Mutex(State())
    private let worker = DispatchQueue(label: "speech")

    /// Between two phrases.
    private static let pause = 120

    /// - Parameter onTrouble: told each trouble once, for the log; it never holds what was to be said.
    package init(_ settings: SpeechSettings, onTrouble: @escaping @Sendable (String) -> Void) {
        self.settings = settings
        synthesiser = Synthesiser(settings: settings)
        prerendered = Prerendered(settings)
        self.onTrouble = onTrouble
    }

    package func say(_ utterances: [Utterance]) {
        let interrupted = state.withLock { state in
            state.queue.add(utterances) ? state.speaking : nil
        }
        interrupted?.stop()
        worker.async { [self] in speakNext() }
    }

    package func hush() {
        let interrupted = state.withLock { state in
            state.queue.drop()
            return state.speaking
        }
        interrupted?.stop()
    }

    /// Runs once for every `say`, so that nothing is left waiting.
    private func speakNext() {
        while let (utterance, speaking) = take() {
            speak(utterance, speaking)
            state.withLock { $0.speaking = nil }
        }
    }

    private func take() -> (Utterance, Speaking)? {
        state.withLock { state in
            guard let utterance = state.queue.next() else { return nil }
            let speaking = Speaking()
            state.speaking = speaking
            return (utterance, speaking)
        }
    }

    private func speak(_ utterance: Utterance, _ speaking: Speaking) {
        let player: ChildProcess?
        do throws(POSIXError) { player = try speaking.start(settings.player, answers: false) } catch {
            return tell("the player cannot be started, errno \(error.code.rawValue)")
        }
        guard let player else { return }
        var isHeard = player.write(WAVHeader.stream.bytes)
        for (index, phrase) in utterance.phrases.enumerated() where isHeard && !speaking.isOver {
            if index > 0 { isHeard = player.write(SoundFormat.spoken.silence(milliseconds: Self.pause)) }
            isHeard = isHeard && play(phrase, in: utterance.language, speaking, on: player)
        }
        let isWell = speaking.end(player)
        if !isWell, !speaking.isOver { tell("the player failed") }
    }

    /// False when the player does not play any more.
    private func play(
        _ phrase: String, in language: SpokenLanguage, _ speaking: Speaking, on player: ChildProcess
    ) -> Bool {
        if let samples = prerendered?.samples(of: phrase, in: language) { return player.write(samples) }
        var isHeard = true
        do throws(Synthesiser.Fault) {
            try synthesiser.render(phrase, in: language, for: speaking) { samples in
                isHeard = player.write(samples)
                return isHeard
            }
        } catch {
            tell("the synthesiser: \(error)")
        }
        return isHeard
    }

    private func tell(_ trouble: String) {
        if state.withLock({ $0.told.insert(trouble).inserted }) { onTrouble(trouble) }
    }
}

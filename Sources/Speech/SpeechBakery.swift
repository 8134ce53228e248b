import Foundation
package import Terminal

/// Renders sentences beforehand, with the same voices that would say them.
package struct SpeechBakery: Sendable {
    private let synthesiser: Synthesiser
    private let oven: Prerendered

    package enum Fault: Error, Hashable {
        case synthesis(String)
        case cannotWrite(String)
    }

    /// - Parameter settings: with the folder that gets the files; nil without one.
    package init?(_ settings: SpeechSettings) {
        guard let oven = Prerendered(settings) else { return nil }
        self.oven = oven
        synthesiser = Synthesiser(settings: settings)
    }

    /// - Returns: bytes of sound.
    @discardableResult
    package func bake(_ phrase: String, in language: SpokenLanguage) throws(Fault) -> Int {
        var samples: [UInt8] = []
        do throws(Synthesiser.Fault) {
            try synthesiser.render(phrase, in: language, for: Speaking()) { piece in
                samples += piece
                return true
            }
        } catch { throw .synthesis("\(error)") }
        guard !samples.isEmpty else { return 0 }
        do { try oven.keep(samples, of: phrase, in: language) } catch {
            throw .cannotWrite(oven.file(of: phrase, in: language).path)
        }
        return samples.count
    }
}

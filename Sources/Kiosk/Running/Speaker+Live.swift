import Foundation
import Logging
import Speech
import Terminal

extension Speaker {
    /// The real voice; nil at a site that does not speak.
    init?(_ settings: SiteSettings, logger: Logger) {
        guard let spoken = settings.spoken else { return nil }
        let voice = EspeakVoice(spoken) { logger.warning("speech: \($0)") }
        let device = settings.speech?.headphones
        self.init(voice: voice, headphones: device.map { EvdevHeadphones(device: $0) } ?? NoHeadphones())
    }
}

extension SiteSettings {
    /// Nil at a site that does not speak.
    var spoken: SpeechSettings? {
        guard let speech else { return nil }
        var settings = SpeechSettings()
        settings.synthesiser = speech.synthesiser ?? settings.synthesiser
        settings.player = speech.player ?? settings.player
        settings.speed = speech.speed ?? settings.speed
        settings.volume = speech.volume ?? settings.volume
        settings.prerendered = speech.prerendered
        return settings
    }
}

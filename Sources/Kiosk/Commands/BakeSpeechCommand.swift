import ArgumentParser
import Foundation
import Screens
import Speech
import Terminal

/// `kiosk bake-speech`: for script/bake-speech alone. Renders every sentence of the screens that is known beforehand.
struct BakeSpeechCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bake-speech", abstract: "Renders the screens' sentences to WAV files.", shouldDisplay: false)

    @Argument(help: "Folder that gets the files; it must be there.")
    var folder: String

    @Option(help: "The site's settings file, for voices, speed and volume; without it the usual ones.")
    var settings: String?

    func run() throws {
        var speech = SpeechSettings()
        if let settings { speech = try SiteSettings.read(URL(fileURLWithPath: settings)).spoken ?? speech }
        speech.prerendered = folder
        guard let bakery = SpeechBakery(speech) else { return }
        var (count, bytes) = (0, 0)
        for language in Language.allCases {
            for phrase in SpokenPhrases.all(in: language) {
                bytes += try bakery.bake(phrase, in: language.spoken)
                count += 1
            }
        }
        print("\(count) sentences, \(bytes / 1_000_000) MB")
    }
}

extension Language {
    fileprivate var spoken: SpokenLanguage {
        switch self {
        case .chinese: .chinese
        case .english: .english
        }
    }
}

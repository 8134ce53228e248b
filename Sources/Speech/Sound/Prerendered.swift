import Foundation
import Terminal

/// Sentences that were rendered beforehand. A file is named by what it says and how: one that was made for another
/// voice or speed is not found, and so never played.
package struct Prerendered: Sendable {
    private let folder: URL
    private let settings: SpeechSettings

    /// Nil where the site has none.
    package init?(_ settings: SpeechSettings) {
        guard let folder = settings.prerendered else { return nil }
        self.folder = URL(filePath: folder)
        self.settings = settings
    }

    /// Nil when this was not rendered, or in another format.
    func samples(of phrase: String, in language: SpokenLanguage) -> [UInt8]? {
        guard let data = try? Data(contentsOf: file(of: phrase, in: language)), let header = WAVHeader(data),
            header.format == .spoken
        else { return nil }
        return Array(data.dropFirst(header.length).prefix(header.byteCount))
    }

    func keep(_ samples: [UInt8], of phrase: String, in language: SpokenLanguage) throws {
        let header = WAVHeader(.spoken, byteCount: samples.count)
        try Data(header.bytes + samples).write(to: file(of: phrase, in: language), options: .atomic)
    }

    func file(of phrase: String, in language: SpokenLanguage) -> URL {
        let manner = [settings.chinese, settings.english, "\(settings.speed)", "\(settings.volume)"]
        let text = ([language.rawValue] + manner + [phrase]).joined(separator: "\n")
        let name = String(Self.hash(text.utf8), radix: 16)
        return folder.appending(path: "\(name).wav")
    }

    /// FNV-1a, 64 bits: names of a few thousand sentences, not a secret.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

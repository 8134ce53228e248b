import ArgumentParser
import Foundation
import Screens
import Speech
import Terminal

/// `kiosk bench-speech`: for script/bench alone. How long it takes from an utterance to the first sample at the player,
/// live and rendered beforehand; prints the milliseconds as JSON.
struct BenchSpeechCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-speech", abstract: "Measures the voice.", shouldDisplay: false)

    @Option(help: "How often each is said.")
    var runs = 20

    private struct Milliseconds: Encodable {
        var live: [Double] = []
        var prerendered: [Double] = []
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bench-speech-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ear = folder.appending(path: "ear").path
        guard mkfifo(ear, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
        var settings = SpeechSettings()
        settings.player = ["sh", "-c", "exec cat > \"$0\"", ear]
        let live = EspeakVoice(settings) { print($0) }
        settings.prerendered = folder.path
        let prerendered = EspeakVoice(settings) { print($0) }
        var spent = Milliseconds()
        for phrase in SpokenPhrases.all(in: .chinese).filter({ $0.count > 6 }).prefix(runs) {
            try SpeechBakery(settings)?.bake(phrase, in: .chinese)
            spent.live.append(milliseconds(until: phrase, by: live, at: ear))
            spent.prerendered.append(milliseconds(until: phrase, by: prerendered, at: ear))
        }
        print(String(decoding: try JSONEncoder().encode(spent), as: UTF8.self))
    }

    /// To the byte after the header, through a FIFO in the place of the loudspeaker.
    private func milliseconds(until phrase: String, by voice: EspeakVoice, at ear: String) -> Double {
        let start = ContinuousClock.now
        voice.say([Utterance(.news, [phrase], in: .chinese)])
        guard let handle = FileHandle(forReadingAtPath: ear) else { return .nan }
        var count = 0
        while count <= WAVHeader(.spoken, byteCount: 0).length {
            let bytes = handle.availableData
            if bytes.isEmpty { break }
            count += bytes.count
        }
        let spent = (ContinuousClock.now - start) / .milliseconds(1)
        _ = try? handle.readToEnd()
        return spent
    }
}

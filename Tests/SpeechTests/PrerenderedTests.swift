import Foundation
import Speech
import Terminal
import Testing

@Suite(.timeLimit(.minutes(1))) struct PrerenderedTests {
    @Test func `what was rendered beforehand is played without a synthesiser`() async throws {
        try await SpeechDesk.with { desk in
            let settings = Self.settings(desk)
            let bakery = try #require(SpeechBakery(settings))
            let bytes = try bakery.bake("请稍候", in: .chinese)
            #expect(bytes > 10_000)
            let voice = desk.voice {
                $0 = settings
                $0.player = desk.filePlayer
            }
            voice.say([.saying("请稍候", urgency: .assertive)])
            #expect(try await !desk.sounds(1)[0].isSilent)
            // The name of the file holds the synthesiser's voices and speed, not its path.
            #expect(desk.troubles.isEmpty)
        }
    }

    @Test func `what was rendered with another speed, or is no WAV file, is not played`() async throws {
        try await SpeechDesk.with { desk in
            var settings = Self.settings(desk)
            #expect(try SpeechBakery(settings)?.bake("请稍候", in: .chinese) ?? 0 > 0)
            for file in desk.baked { try Data("no sound".utf8).write(to: file) }
            for speed in [180, 200] {
                settings.speed = speed
                let spoken = settings
                desk.voice {
                    $0 = spoken
                    $0.player = desk.filePlayer
                }.say([.saying("请稍候")])
            }
            for sound in try await desk.sounds(2) { #expect(!sound.isSilent) }
        }
    }

    @Test func `each language and text has a file of its own, and none is made of nothing`() async throws {
        try await SpeechDesk.with { desk in
            let bakery = try #require(SpeechBakery(Self.settings(desk)))
            #expect(try bakery.bake("……", in: .chinese) == 0)
            try bakery.bake("1", in: .chinese)
            try bakery.bake("1", in: .english)
            try bakery.bake("1", in: .english)
            #expect(desk.baked.count == 2)
            for file in desk.baked {
                let data = try Data(contentsOf: file)
                #expect(WAVHeader(data)?.byteCount == data.count - 44)
            }
            #expect(SpeechBakery(SpeechSettings()) == nil)
        }
    }

    private static func settings(_ desk: SpeechDesk) -> SpeechSettings {
        var settings = SpeechSettings()
        settings.prerendered = desk.folder.appending(path: "baked").path
        try? FileManager.default.createDirectory(
            at: desk.folder.appending(path: "baked"), withIntermediateDirectories: true)
        return settings
    }
}

extension SpeechDesk {
    fileprivate var baked: [URL] {
        let folder = folder.appending(path: "baked")
        return (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    }

    fileprivate func sounds(_ count: Int) async throws -> [Sound] { try await played(count) }
}

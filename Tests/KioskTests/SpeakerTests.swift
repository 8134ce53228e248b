import Core
import Foundation
import Screens
import Synchronization
import Terminal
import Testing

@testable import Kiosk

/// What the loop has said.
@Suite(.timeLimit(.minutes(1))) struct SpeakerTests {
    private final class Ear: Voice {
        private let heard = Mutex<[String]>([])

        var words: [String] { heard.withLock { $0 } }

        func say(_ utterances: [Utterance]) {
            heard.withLock { $0 += utterances.map { $0.phrases.joined(separator: " ") } }
        }
        func hush() { heard.withLock { $0.append("(silence)") } }
    }

    private let hall: Hall
    private let ear = Ear()
    private let terminal = RecordingTerminal()

    init() throws { hall = try Hall() }

    @Test func `an arrow at the welcome screen switches the voice on, the next ones move`() async throws {
        try await running { _ in
            press(.down)
            try await hears("个人办理")
            #expect(ear.words.first == SpeechLabels.chinese.greeting)
            press(.right)
            try await hears("企业办理")
            press(.left)
            press(.enter)
            try await hears("读卡之前，请先看这几条")
        }
    }

    @Test func `nothing is said to who has not asked for it`() async {
        await running { post in
            post(.card(.placed(.identity)))
            while !terminal.text.contains("同意并继续") { await Task.yield() }
        }
        #expect(ear.words.isEmpty)
    }

    @Test func `the end of a visit silences it, and only the farewell is said after that`() async throws {
        try await running { post in
            press(.enter)
            try await hears("个人办理")
            post(.card(.placed(.identity)))
            post(.act(.privacy(.agree)))
            _ = await hall.posted.first { if case .answer(_, .identity) = $0 { true } else { nil } }
            try await hears("请核对您的身份信息")
            post(.card(.removed(.identity)))
            try await hears("卡已取走")
            post(.tick(Sample.now + 60))
            while !terminal.text.contains("个人办理") { await Task.yield() }
        }
        let words = ear.words
        let silence = try #require(words.firstIndex(of: "(silence)"))
        #expect(words[silence...].allSatisfy { !$0.contains("1 9 9 0") && $0 != SpeechLabels.chinese.greeting })
        #expect(words.last == "(silence)")
    }

    private func press(_ key: Key) { terminal.send([.key(key)]) }

    private func hears(_ text: String) async throws {
        while !ear.words.contains(where: { $0.contains(text) }) {
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    private func running(_ body: (@escaping @Sendable (Message) -> Void) async throws -> Void) async rethrows {
        let loop = KioskLoop(
            model: KioskModel(settings: KioskSettings(hall: "示例政务服务大厅", machine: "03"), now: Sample.now, seed: 1),
            backend: terminal, speaker: Speaker(voice: ear, headphones: NoHeadphones()))
        let post = loop.post
        hall.posted.forward(to: post)
        let runner = hall.runner
        async let end: Void = loop.run(runner)
        terminal.send([.resize(Size(width: 80, height: 30))])
        await terminal.drawn(1)
        defer { terminal.hangUp() }
        try await body(post)
        terminal.hangUp()
        await end
    }
}

import Foundation
import Speech
import Terminal
import Testing

/// The real espeak-ng; a file in the place of the loudspeaker.
@Suite(.timeLimit(.minutes(2))) struct EspeakVoiceTests {
    private static let sentence = "请将身份证平放在读卡区"

    @Test func `Chinese and English are heard, as long as a person would take`() async throws {
        try await SpeechDesk.with { desk in
            desk.voice().say([
                .saying(Self.sentence), .saying("Lay your ID card flat on the reader", in: .english),
            ])
            for sound in try await desk.played(2) {
                #expect(sound.header.format == .spoken)
                #expect(!sound.isSilent)
                #expect((1.2...6).contains(sound.seconds), "\(sound.seconds)")
            }
            #expect(desk.troubles.isEmpty)
        }
    }

    @Test func `phrases follow each other in one stream, whoever reads them`() async throws {
        try await SpeechDesk.with { desk in
            let voice = desk.voice()
            voice.say([.saying(Self.sentence), .saying(Self.sentence, "PIN 密码", "返回首页")])
            let sounds = try await desk.played(2)
            #expect(sounds[1].seconds > sounds[0].seconds + 0.8)
        }
    }

    @Test func `speed and volume are the site's`() async throws {
        try await SpeechDesk.with { desk in
            desk.voice { $0.speed = 100 }.say([.saying(Self.sentence)])
            let slow = try #require(try await desk.played(1).last)
            desk.voice { ($0.speed, $0.volume) = (300, 20) }.say([.saying(Self.sentence)])
            let fast = try #require(try await desk.played(2).last)
            #expect(slow.seconds > 1.5 * fast.seconds)
            func loudness(_ sound: Sound) -> Int { sound.samples.map { abs(Int($0)) }.max() ?? 0 }
            #expect(loudness(slow) > 2 * loudness(fast))
        }
    }

    @Test func `silence comes at once, and what waited is never said`() async throws {
        try await SpeechDesk.with { desk in
            let voice = desk.voice(player: desk.stuckPlayer)
            let long = String(repeating: Self.sentence + "。", count: 40)
            voice.say([.saying(long), .saying("以后再说")])
            let player = try #require(try await desk.stuck().first)
            // The player would never end by itself.
            voice.hush()
            try await until { kill(player, 0) != 0 }
            try await Task.sleep(for: .milliseconds(300))
            #expect(desk.files("stuck").count == 1)
            #expect(desk.troubles.isEmpty)
        }
    }

    @Test func `an assertive one interrupts, a polite one waits`() async throws {
        try await SpeechDesk.with { desk in
            let voice = desk.voice(player: desk.stuckPlayer)
            voice.say([.saying("正在打印")])
            let first = try #require(try await desk.stuck().first)
            voice.say([.saying("请稍候")])
            try await Task.sleep(for: .milliseconds(300))
            #expect(desk.files("stuck").count == 1)
            #expect(kill(first, 0) == 0)
            voice.say([.saying("没有纸", urgency: .assertive)])
            _ = try await desk.stuck(2)
            try await until { kill(first, 0) != 0 }
            voice.hush()
        }
    }

    @Test func `nobody who looks at the processes reads what is said`() async throws {
        try await SpeechDesk.with { desk in
            let voice = desk.voice(player: desk.stuckPlayer)
            voice.say([.saying(String(repeating: "测试员甲，一三八。", count: 60))])
            _ = try await desk.stuck()
            var seen: [String] = []
            try await until {
                seen = children(of: getpid(), showing: ["cmdline", "environ"])
                return seen.contains { $0.contains("espeak-ng") }
            }
            #expect(seen.contains { $0.contains("cmn-latn-pinyin") })
            #expect(seen.allSatisfy { !$0.contains("测试") && !$0.contains("一三八") })
            voice.hush()
        }
    }

    @Test func `no synthesiser: told once, and the screen goes on`() async throws {
        try await SpeechDesk.with { desk in
            let voice = desk.voice { $0.synthesiser = "/nowhere/espeak-ng" }
            for _ in 0..<3 { voice.say([.saying("一"), Utterance(.alert, ["二"], in: .chinese)]) }
            _ = try await desk.played(2)
            #expect(desk.troubles == ["the synthesiser: cannotStart(errno: 2)"])
        }
    }

    @Test(arguments: [["/nowhere/aplay"], ["false"], ["sh", "-c", "kill -9 $$"]])
    func `a player that is missing or dies is told once, and the next words try again`(player: [String]) async throws {
        try await SpeechDesk.with { desk in
            let voice = desk.voice(player: player)
            for round in 0..<3 {
                voice.say([.saying(String(repeating: Self.sentence, count: 10), urgency: .assertive)])
                if round == 0 { try await until { !desk.troubles.isEmpty } }
            }
            #expect(desk.troubles.count == 1)
        }
    }

    @Test func `a synthesiser that dies is told once`() async throws {
        try await SpeechDesk.with { desk in
            let voice = desk.voice { $0.synthesiser = "false" }
            voice.say([.saying("一"), Utterance(.alert, ["二"], in: .chinese)])
            _ = try await desk.played(2)
            #expect(desk.troubles == ["the synthesiser: failed"])
        }
    }

    /// Debian 12's voice `cmn` says “(en)lI1 Thri:” instead: letters and English numbers.
    @Test(arguments: [
        (sentence, 11), ("请核对您的身份信息", 9), ("可以选 3 项", 5), ("测试员甲", 4), ("为了保密，插上耳机才读出数字。", 13),
    ])
    func `Chinese is read as Chinese, one syllable for each character`(text: String, syllables: Int) throws {
        let settings = SpeechSettings()
        let phonemes = try output(
            of: "/usr/bin/espeak-ng", ["-v", settings.chinese, "-q", "-x", "--ipa", "--stdin"], given: text)
        #expect(!phonemes.contains("(en)"), "\(phonemes)")
        let stresses = phonemes.count { $0 == "ˈ" || $0 == "ˌ" }
        #expect((syllables - 2...syllables).contains(stresses), "\(phonemes)")
    }

    private func output(of program: String, _ arguments: [String], given text: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

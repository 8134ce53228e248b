import Foundation
import Terminal

/// Turns text into samples.
struct Synthesiser: Sendable {
    let settings: SpeechSettings

    enum Fault: Error, Hashable {
        case cannotStart(errno: Int32)
        case failed
        case format
    }

    /// One phrase, piece by piece; `sink` says whether it wants more.
    func render(
        _ phrase: String, in language: SpokenLanguage, for speaking: Speaking, to sink: ([UInt8]) -> Bool
    ) throws(Fault) {
        for run in SpokenRun.runs(of: phrase, in: language) {
            guard try render(run, for: speaking, to: sink) else { return }
        }
    }

    private func render(
        _ run: SpokenRun, for speaking: Speaking, to sink: ([UInt8]) -> Bool
    ) throws(Fault) -> Bool {
        let arguments = [
            settings.synthesiser, "-v", settings.voice(of: run.language), "-s", "\(settings.speed)", "-a",
            "\(settings.volume)", "-b", "1", "-z", "--stdin", "--stdout",
        ]
        let child: ChildProcess?
        do throws(POSIXError) { child = try speaking.start(arguments, answers: true) } catch {
            throw .cannotStart(errno: error.code.rawValue)
        }
        guard let child else { return false }
        _ = child.write(Array(run.text.utf8))
        child.endInput()
        let wantsMore = try passOn(from: child, to: sink)
        if !wantsMore { child.kill() }
        let isWell = speaking.end(child)
        if wantsMore, !isWell, !speaking.isOver { throw .failed }
        return wantsMore && !speaking.isOver
    }

    /// The samples without the header.
    private func passOn(from child: ChildProcess, to sink: ([UInt8]) -> Bool) throws(Fault) -> Bool {
        var head: [UInt8] = []
        var hasHeader = false
        while let bytes = child.read() {
            if hasHeader {
                guard sink(bytes) else { return false }
                continue
            }
            head += bytes
            guard let header = WAVHeader(head) else { continue }
            guard header.format == .spoken else { throw .format }
            hasHeader = true
            let samples = Array(head.dropFirst(header.length))
            if !samples.isEmpty, !sink(samples) { return false }
        }
        return true
    }
}

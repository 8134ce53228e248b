/// What waits to be said.
package struct SpeechQueue: Sendable {
    package private(set) var waiting: [Utterance] = []

    package init() {}

    /// - Returns: whether what is being said must stop.
    package mutating func add(_ batch: [Utterance]) -> Bool {
        let batch = batch.filter { !$0.phrases.isEmpty }
        let interrupts = batch.contains { $0.urgency == .assertive }
        if interrupts {
            waiting = []
        } else {
            let topics = Set(batch.map(\.topic))
            waiting.removeAll { topics.contains($0.topic) && $0.urgency == .polite }
        }
        waiting += batch
        return interrupts
    }

    package mutating func next() -> Utterance? {
        waiting.isEmpty ? nil : waiting.removeFirst()
    }

    package mutating func drop() {
        waiting = []
    }
}

import Testing

@testable import Terminal

@Suite struct SpeechQueueTests {
    private func said(_ text: String, _ topic: Utterance.Topic, _ urgency: Utterance.Urgency = .polite) -> Utterance {
        Utterance(topic, [text], in: .chinese, urgency: urgency)
    }

    @Test func `polite words wait their turn`() {
        var queue = SpeechQueue()
        #expect(queue.add([said("一", .news)]) == false)
        #expect(queue.add([said("二", .progress)]) == false)
        #expect(queue.next()?.phrases == ["一"])
        #expect(queue.next()?.phrases == ["二"])
        #expect(queue.next() == nil)
    }

    @Test func `of two polite ones of a kind that wait, the newer is said`() {
        var queue = SpeechQueue()
        _ = queue.add([said("还有 30 秒", .countdown), said("正在打印", .progress)])
        _ = queue.add([said("还有 20 秒", .countdown)])
        #expect(queue.waiting.map(\.phrases) == [["正在打印"], ["还有 20 秒"]])
    }

    @Test func `an assertive one silences the others, and what comes with it follows`() {
        var queue = SpeechQueue()
        _ = queue.add([said("正在打印", .progress)])
        #expect(queue.add([said("没有纸", .alert, .assertive), said("按钮", .focus)]) == true)
        #expect(queue.waiting.map(\.phrases) == [["没有纸"], ["按钮"]])
    }

    @Test func `a waiting alert is not replaced by polite words`() {
        var queue = SpeechQueue()
        _ = queue.add([said("没有纸", .alert, .assertive)])
        #expect(queue.add([said("有纸了", .alert)]) == false)
        #expect(queue.waiting.count == 2)
    }

    @Test func `nothing said is nothing, and dropped is dropped`() {
        var queue = SpeechQueue()
        #expect(queue.add([Utterance(.alert, ["", ""], in: .chinese, urgency: .assertive)]) == false)
        #expect(queue.next() == nil)
        _ = queue.add([said("一", .news)])
        queue.drop()
        #expect(queue.next() == nil)
    }
}

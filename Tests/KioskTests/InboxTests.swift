import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct InboxTests {
    @Test func `what waits is taken at once, in the order in which it came`() async {
        let inbox = Inbox<Int>()
        for number in 0..<5 { inbox.post(number) }
        #expect(await inbox.takeAll() == [0, 1, 2, 3, 4])
        inbox.post(5)
        #expect(await inbox.takeAll() == [5])
    }

    @Test func `a taker waits for the next post`() async {
        let inbox = Inbox<Int>()
        async let taken = inbox.takeAll()
        await Task.yield()
        inbox.post(7)
        #expect(await taken == [7])
    }

    @Test func `posts from many threads all arrive, each thread's in its order`() async {
        let inbox = Inbox<(thread: Int, number: Int)>()
        await withTaskGroup(of: Void.self) { group in
            for thread in 0..<8 {
                group.addTask { for number in 0..<500 { inbox.post((thread, number)) } }
            }
            var taken: [(thread: Int, number: Int)] = []
            while taken.count < 8 * 500 { taken += await inbox.takeAll() }
            for thread in 0..<8 {
                #expect(taken.filter { $0.thread == thread }.map(\.number) == Array(0..<500))
            }
        }
    }
}

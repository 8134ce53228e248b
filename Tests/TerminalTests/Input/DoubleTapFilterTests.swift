import Testing

@testable import Terminal

@Suite final class DoubleTapFilterTests {
    private var filter = DoubleTapFilter()
    private let start = ContinuousClock.now

    private func event(_ phase: Touch.Phase, _ x: Int = 40, _ y: Int = 20) -> InputEvent {
        .touch(Touch(phase, at: Point(x: x, y: y)))
    }

    private func admits(_ event: InputEvent, _ screen: NodeID, after time: Int) -> Bool {
        filter.admits(event, on: screen, at: start + .milliseconds(time))
    }

    /// A tap after so many milliseconds; whether its press and its release are meant for the screen.
    private func tap(_ x: Int = 40, _ y: Int = 20, on screen: NodeID, after time: Int) -> [Bool] {
        [Touch.Phase.down, .up].map {
            admits(event($0, x, y), screen, after: time)
        }
    }

    @Test func `the second tap does nothing on the screen that the first has brought`() {
        #expect(tap(on: "one", after: 0) == [true, true])
        #expect(tap(41, 20, on: "two", after: 150) == [false, false])
        #expect(tap(on: "two", after: 400) == [false, false], "a third is meant for the first screen too")
        #expect(tap(on: "two", after: 900) == [true, true])
    }

    @Test func `on the same screen every tap counts, as fast as they come`() {
        for time in stride(from: 0, to: 500, by: 50) { #expect(tap(on: "keyboard", after: time) == [true, true]) }
    }

    @Test func `another place is another wish`() {
        #expect(tap(on: "one", after: 0) == [true, true])
        #expect(tap(60, 20, on: "two", after: 100) == [true, true])
        #expect(tap(60, 26, on: "three", after: 200) == [true, true])
    }

    @Test func `a long press counts from its release`() {
        #expect(
            [event(.down), event(.up)].map { admits($0, "one", after: $0 == event(.down) ? 0 : 2000) } == [true, true])
        #expect(tap(on: "two", after: 2300) == [false, false])
    }

    @Test func `one more tap after a long wait does nothing on the screen that has just come`() {
        filter.note(shown: "one", at: start)
        #expect(tap(on: "one", after: 1000) == [true, true])
        #expect(tap(on: "two", after: 6000) == [false, false], "it is not even shown")
        filter.note(shown: "two", at: start + .milliseconds(6100))
        #expect(tap(41, 20, on: "two", after: 6200) == [false, false])
        #expect(tap(60, 20, on: "two", after: 6300) == [true, true], "another place is another wish")
        filter.note(shown: "two", at: start + .milliseconds(6350))
        #expect(tap(on: "two", after: 6600) == [true, true])
    }

    @Test func `a screen that has stood there takes a tap at the place of an earlier one`() {
        filter.note(shown: "one", at: start)
        #expect(tap(on: "one", after: 1000) == [true, true])
        filter.note(shown: "two", at: start + .milliseconds(2000))
        #expect(tap(on: "two", after: 2500) == [true, true])
    }

    @Test func `an enter key that is held down confirms once`() {
        #expect(admits(.key(.enter), "one", after: 0))
        #expect(!admits(.key(.enter), "two", after: 300))
        #expect(!admits(.key(.enter), "two", after: 600))
        #expect(admits(.key(.enter), "two", after: 1100))
        #expect(admits(.key(.character("a")), "three", after: 1110))
    }
}

import Core
import Testing

@testable import CardReader

/// What the desk says for a sequence of snapshots.
@Suite struct CardEventsTests {
    struct Story: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let snapshots: [ReaderSnapshot]
        let events: [[CardEvent]]

        init(_ name: String, _ steps: [(ReaderSnapshot, [CardEvent])]) {
            testDescription = name
            snapshots = steps.map(\.0)
            events = steps.map(\.1)
        }
    }

    private static let down = ReaderSnapshot(isServiceUp: false)
    private static let none = ReaderSnapshot(isServiceUp: true)

    private static func up(
        _ identity: ReaderSnapshot.Slot?, _ enterprise: ReaderSnapshot.Slot? = .empty
    ) -> ReaderSnapshot {
        let readers = [("ID 00 00", identity), ("YZT 00 00", enterprise)]
        return ReaderSnapshot(
            isServiceUp: true,
            readers: readers.compactMap { name, slot in slot.map { ReaderSnapshot.Reader(name: name, slot: $0) } })
    }

    private static let stories: [Story] = [
        Story("a card is there from the beginning", [(up(.card(count: 1)), [.placed(.identity)])]),
        Story("all is well and empty: nothing to say", [(up(.settling), []), (up(.empty), [])]),
        Story("pcscd is down from the beginning", [(down, [.serviceDown]), (down, []), (up(.empty), [.serviceUp])]),
        Story("a reader is missing from the beginning", [(up(nil), [.readerGone(.identity)]), (up(nil), [])]),
        Story("no reader at all", [(none, [.readerGone(.identity), .readerGone(.enterprise)])]),
        Story(
            "placed and removed",
            [(up(.empty), []), (up(.card(count: 1)), [.placed(.identity)]), (up(.empty), [.removed(.identity)])]),
        Story(
            "swapped between two looks: only the counter tells",
            [
                (up(.card(count: 1)), [.placed(.identity)]),
                (up(.card(count: 3)), [.removed(.identity), .placed(.identity)]), (up(.card(count: 3)), []),
            ]),
        Story(
            "a mute card, then a good one",
            [
                (up(.mute(count: 1)), [.mute(.identity)]),
                (up(.card(count: 3)), [.removed(.identity), .placed(.identity)]),
            ]),
        Story(
            "pcscd goes and comes back with the card still there: placed again, not removed",
            [
                (up(.card(count: 5)), [.placed(.identity)]), (down, [.serviceDown]), (up(.settling), [.serviceUp]),
                (up(.card(count: 1)), [.placed(.identity)]),
            ]),
        Story(
            "the same counter after a restart is no proof of the same card",
            [
                (up(.card(count: 1)), [.placed(.identity)]), (down, [.serviceDown]),
                (up(.card(count: 1)), [.serviceUp, .placed(.identity)]),
            ]),
        Story(
            "the card was taken away while pcscd was gone",
            [
                (up(.card(count: 1)), [.placed(.identity)]), (down, [.serviceDown]),
                (up(.settling), [.serviceUp]), (up(.empty), [.removed(.identity)]),
            ]),
        Story(
            "a reader is pulled out with its card and plugged in again",
            [
                (up(.empty, .card(count: 1)), [.placed(.enterprise)]), (up(.empty, nil), [.readerGone(.enterprise)]),
                (up(.empty, .settling), [.readerBack(.enterprise)]),
                (up(.empty, .card(count: 1)), [.placed(.enterprise)]),
            ]),
        Story(
            "a reader that does not answer counts as gone",
            [(up(.unavailable), [.readerGone(.identity)]), (up(.empty), [.readerBack(.identity)])]),
    ]

    @Test(arguments: stories)
    func `the readers' story is told in events`(_ story: Story) {
        var events = CardEvents(binding: ReaderBinding(identity: "ID", enterprise: "YZT"))
        #expect(story.snapshots.map { events.observe($0) } == story.events)
    }

    @Test func `a role takes the first reader whose name begins as bound`() {
        let binding = ReaderBinding(identity: "Hall Identity", enterprise: "Hall Enterprise")
        let names = ["Other 00 00", "Hall Identity (2) 00 00", "Hall Identity 00 01", "Hall Enterprise 00 00"]
        #expect(binding.reader(for: .identity, among: names) == "Hall Identity (2) 00 00")
        #expect(binding.reader(for: .enterprise, among: names) == "Hall Enterprise 00 00")
        #expect(binding.reader(for: .identity, among: ["Other"]) == nil)
        #expect(binding.role(of: "Other 00 00") == nil)
        #expect(binding.role(of: "Hall Enterprise 00 01") == .enterprise)
    }
}

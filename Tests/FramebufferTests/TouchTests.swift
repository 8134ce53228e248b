import Testing

@testable import Framebuffer

struct TouchTests {
    private static let range = AxisRange(minimum: 0, maximum: 99)

    private static func reports(_ kind: TouchPanel.Kind, _ events: [RawEvent]) -> [PointerReport] {
        var decoder = TouchDecoder(TouchPanel(kind, x: range, y: range))
        return RawEvent.parse(Events.bytes(events)).flatMap { decoder.feed($0) }
    }

    private static func at(_ x: Double, _ y: Double) -> PanelPosition {
        PanelPosition(x: (x + 0.5) / 100, y: (y + 0.5) / 100)
    }

    @Test func `a finger comes down, moves and leaves where it was last`() {
        let events = Events.down(7, x: 10, y: 20) + Events.move(x: 30, y: 40) + Events.up()
        #expect(
            Self.reports(.slots, events)
                == [.down(Self.at(10, 20)), .move(Self.at(30, 40)), .up(Self.at(30, 40))])
    }

    @Test func `a second finger is not heard, and does not take over`() {
        let events =
            Events.down(7, x: 10, y: 20) + Events.down(8, slot: 1, x: 90, y: 90) + Events.move(slot: 1, x: 80, y: 80)
            + Events.up() + Events.move(slot: 1, x: 70, y: 70) + Events.up(slot: 1)
        #expect(Self.reports(.slots, events) == [.down(Self.at(10, 20)), .up(Self.at(10, 20))])
    }

    @Test func `a third finger that comes after the first has left is the next one`() {
        let events =
            Events.down(7, x: 10, y: 20) + Events.down(8, slot: 1, x: 90, y: 90) + Events.up()
            + Events.down(9, slot: 0, x: 50, y: 50)
        #expect(
            Self.reports(.slots, events) == [.down(Self.at(10, 20)), .up(Self.at(10, 20)), .down(Self.at(50, 50))])
    }

    @Test func `lifted and down again within one report is two touches`() {
        let events =
            Events.down(7, x: 10, y: 20)
            + [Events.absolute(RawEvent.trackingID, -1)] + Events.down(8, x: 60, y: 60)
        #expect(
            Self.reports(.slots, events) == [.down(Self.at(10, 20)), .up(Self.at(10, 20)), .down(Self.at(60, 60))])
    }

    @Test func `a palm is no finger, and a finger that turns out to be one is taken back`() {
        let palm = Events.absolute(RawEvent.toolType, RawEvent.palm)
        var born = Events.down(7, x: 10, y: 20)
        born.insert(palm, at: born.count - 1)
        #expect(Self.reports(.slots, born + Events.up()) == [])
        let turned = Events.down(7, x: 10, y: 20) + [palm, Events.report] + Events.up()
        #expect(Self.reports(.slots, turned) == [.down(Self.at(10, 20)), .cancelled])
    }

    @Test func `after the kernel's buffer ran over nothing is guessed`() {
        let events =
            Events.down(7, x: 10, y: 20) + [Events.dropped] + Events.move(x: 30, y: 30)
            + Events.down(8, x: 40, y: 40)
        #expect(Self.reports(.slots, events) == [.down(Self.at(10, 20)), .cancelled, .down(Self.at(40, 40))])
    }

    @Test(arguments: [
        (TouchPanel.Kind.singleTouch, RawEvent.touchButton), (.tablet, RawEvent.leftButton),
    ])
    func `a panel without slots and a tablet tell by their button`(kind: TouchPanel.Kind, button: UInt16) {
        func place(_ x: Int32, _ y: Int32) -> [RawEvent] {
            [Events.absolute(RawEvent.x, x), Events.absolute(RawEvent.y, y)]
        }
        let hover = place(1, 1) + [Events.report]
        let press = place(10, 20) + [Events.key(button, 1), Events.report]
        let events = hover + press + place(11, 20) + [Events.report, Events.key(button, 0), Events.report] + hover
        #expect(
            Self.reports(kind, events) == [.down(Self.at(10, 20)), .move(Self.at(11, 20)), .up(Self.at(11, 20))])
    }

    @Test func `a report that changes nothing says nothing`() {
        #expect(Self.reports(.slots, Events.down(7, x: 1, y: 1) + [Events.report]).count == 1)
    }

    @Test func `any bytes at all are survived, and every touch that begins ends before the next`() {
        var generator = SeededGenerator(5)
        let codes = [RawEvent.slot, RawEvent.trackingID, RawEvent.touchX, RawEvent.touchY, RawEvent.toolType, 0, 3]
        for _ in 0..<200 {
            let events = (0..<300).map { _ in
                RawEvent(
                    type: [0, 0, 1, 3, 3, 3][Int.random(in: 0..<6, using: &generator)],
                    code: codes.randomElement(using: &generator) ?? 0,
                    value: Int32.random(in: -1...3, using: &generator))
            }
            var isDown = false
            for report in Self.reports(.slots, events) {
                switch report {
                case .down:
                    #expect(!isDown)
                    isDown = true
                case .move: #expect(isDown)
                case .up, .cancelled:
                    #expect(isDown)
                    isDown = false
                }
            }
        }
        #expect(RawEvent.parse(Array(repeating: 1, count: 30)).count == 1)
        #expect(RawEvent.parse([]).isEmpty)
    }
}

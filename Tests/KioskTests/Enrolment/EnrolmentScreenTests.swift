import Core
import Foundation
import Sync
import Synchronization
import Terminal
import Testing

@testable import Appliance
@testable import Kiosk

struct EnrolmentScreenTests {
    @Test func `the screen says why, tries again, and ends with the certificate`() async throws {
        let terminal = RecordingTerminal()
        terminal.send([.resize(Size(width: 80, height: 24))])
        let tries = Mutex<[EnrolmentTrouble?]>([.storeUnreachable, .codeUsed, nil])
        let screen = EnrolmentScreen(
            backend: terminal,
            enrol: {
                // The screen stands before the first answer comes.
                await terminal.drawn(1)
                return tries.withLock { $0.removeFirst() }
            }, pause: .zero)
        #expect(await screen.run())
        let shown = terminal.frames.map { $0.lines.joined(separator: "\n") }
        #expect(
            shown.contains { $0.contains("A-05") && $0.contains("业务系统联系不上") && $0.contains("cannot be reached") })
        #expect(shown.contains { $0.contains("登记码已被使用") && $0.contains("used already") })
        #expect(tries.withLock { $0.isEmpty })
    }

    @Test func `a terminal that goes ends it before`() async {
        let terminal = RecordingTerminal()
        terminal.send([.resize(Size(width: 80, height: 24))])
        let screen = EnrolmentScreen(backend: terminal, enrol: { .clock }, pause: .seconds(60))
        let running = Task { await screen.run() }
        await terminal.drawn(1)
        terminal.hangUp()
        #expect(await running.value == false)
    }

    @Test(arguments: EnrolmentTrouble.allCases)
    func `each reason fits a narrow screen in both languages`(trouble: EnrolmentTrouble) {
        let notice = OutOfServiceNotice(.unenrolled, detail: "\(trouble.chinese)\n\(trouble.english)")
        let frame = Frame<Never>(notice.view, size: Size(width: 44, height: 30))
        let text = frame.content.grid.lines.joined().filter { !$0.isWhitespace }
        #expect(text.contains("A-05"))
        for words in [trouble.chinese, trouble.english] {
            #expect(text.contains(words.filter { !$0.isWhitespace }), "\(words)")
        }
    }
}

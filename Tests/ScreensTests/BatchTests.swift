import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// 批量打印: the notices of the day that nobody has printed, one after the other.
struct BatchTests {
    @Test func `each is printed once, in the order of acceptance, and the next begins when the sheet is out`() throws {
        var walk = try Walk.batch()
        let (first, second) = (try Samples.unprintedApplication(), try Samples.otherApplication())
        #expect(walk.act(.staff(.goOn)) == [.printFirstCopy(first.id, Samples.token)])
        #expect(walk.act(.staff(.goOn)).isEmpty)
        try walk.answer(.printing(.success(.ordered(Samples.order()))))
        #expect(walk.send(.print(Samples.printToken, .printing(sheet: 1, of: 1))).isEmpty)
        #expect(walk.frame().shows("已打印0件，共2件"))
        let asked = walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
        #expect(asked == [.printFirstCopy(second.id, Samples.token)])
        // The same word once more moves nothing.
        #expect(walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now)))).isEmpty)
        try walk.answer(.printing(.success(.ordered(Samples.order()))))
        #expect(walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now)))).isEmpty)
        #expect(walk.frame().shows("打印完了") && walk.frame().shows("已打印2件，共2件"))
    }

    @Test func `what the ledger has printed already is passed over`() throws {
        var walk = try Walk.batch()
        walk.act(.staff(.goOn))
        let second = try Samples.otherApplication()
        let asked = try walk.answer(.printing(.success(.alreadyPrinted(sheets: 1))))
        #expect(asked == [.printFirstCopy(second.id, Samples.token)])
    }

    @Test(arguments: [PrintOrder.State.failed(reason: "jam"), .cancelled])
    func `a sheet that did not come stops the batch, and it goes on with the same one`(_ end: PrintOrder.State) throws {
        var walk = try Walk.batch(.ended(end))
        #expect(walk.frame().shows("已经停下"))
        let first = try Samples.unprintedApplication()
        #expect(walk.act(.staff(.goOn)) == [.printFirstCopy(first.id, Samples.token)])
    }

    @Test func `the one that will not be printed is skipped and named`() throws {
        var walk = try Walk.batch(.ended(.failed(reason: "jam")))
        let second = try Samples.otherApplication()
        #expect(walk.act(.staff(.skip)) == [.printFirstCopy(second.id, Samples.token)])
        #expect(walk.frame().shows("已跳过沪建注2026-001233"))
    }

    @Test func `a printer's fault pauses it, is told to staff, and it goes on by itself`() throws {
        var walk = try Walk.batch(.held(.outOfPaper))
        #expect(walk.frame().shows(PrinterFault.outOfPaper.advice.staff))
        #expect(walk.act(.staff(.goOn)).isEmpty && walk.act(.staff(.skip)).isEmpty)
        let asked = walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now))))
        #expect(asked == [.printFirstCopy(try Samples.otherApplication().id, Samples.token)])
    }

    @Test(arguments: [true, false])
    func `when nobody can tell whether the sheet is out, a person looks`(_ isOut: Bool) throws {
        var walk = try Walk.batch(.ended(.unknown))
        let first = try Samples.unprintedApplication()
        #expect(walk.act(.staff(.goOn)).isEmpty)
        #expect(
            walk.act(.staff(.sheetIsOut(isOut)))
                == [.confirmSheet(Samples.printToken, of: first.id, isOut: isOut)])
        let end: PrintOrder.State = isOut ? .printed(at: Samples.now) : .failed(reason: "no sheet")
        let asked = walk.send(.print(Samples.printToken, .ended(end)))
        #expect(asked == (isOut ? [.printFirstCopy(try Samples.otherApplication().id, Samples.token)] : []))
    }

    @Test func `a store that does not answer stops it with its code`() throws {
        var walk = try Scene.staffBatchRefused.walk
        #expect(walk.frame().shows("S-201"))
        #expect(walk.act(.staff(.goOn)).count == 1)
    }

    @Test func `leaving lets the sheet on its way come and begins no other`() throws {
        var walk = try Walk.batch(.printing(sheet: 1, of: 1))
        walk.act(.staff(.home))
        #expect(walk.send(.print(Samples.printToken, .ended(.printed(at: Samples.now)))).isEmpty)
        #expect(walk.screen == "screen.staffHome")
    }

    @Test func `nothing unprinted, nothing offered`() throws {
        var walk = try Walk.corner(.hallStaff)
        try walk.answer(.staffFound(.success([Samples.staffApplication()])))
        #expect(walk.act(.staff(.batch)).isEmpty && walk.screen == "screen.staffHome")
        #expect(!walk.frame().shows("还没打印的"))
    }

    @Test func `the hand-over list names what is out, with its sheets, and nothing else`() throws {
        let walk = try Scene.staffHandOver.walk
        #expect(walk.frame().shows("沪建注2026-001234") && !walk.frame().shows("沪建注2026-001235"))
        #expect(walk.frame().shows("共1件，1张"))
    }
}

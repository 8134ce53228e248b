import Core
import Foundation
import Printing
import Testing
import VirtualDevices

/// One kiosk, a real cupsd, a real IPP printer and its troubles.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct PrintRoomTests {
    @Test func `every sheet is out before the order is called printed`() async throws {
        try await withPrintRoom(sheetTime: .seconds(1)) { room in
            let token = room.order(pages: 2)
            var progress = Progress(try await room.kiosk().follow(token))
            #expect(await progress.reaches(.printing(sheet: 1, of: 2)))
            #expect(await progress.end()?.isPrinted == true, "\(progress)")
            #expect(room.sheets(of: token) == 2)
            #expect(room.printer.paper(for: token.description) == SamplePaper.pdf(pages: 2))
        }
    }

    @Test func `an empty tray is told and printing goes on by itself once it is filled`() async throws {
        try await withPrintRoom { room in
            try await room.printer.takePaperOut()
            let token = room.order()
            let kiosk = try room.kiosk()
            var progress = Progress(await kiosk.follow(token))
            #expect(await progress.reaches(.held(.outOfPaper)))
            #expect(await kiosk.condition() == .outOfPaper)
            #expect(room.sheets(of: token) == 0)
            try await room.printer.refillPaper()
            #expect(await progress.end()?.isPrinted == true, "\(progress)")
            #expect(room.sheets(of: token) == 1)
            #expect(await kiosk.condition() == nil)
        }
    }

    @Test(arguments: [(VirtualPrinter.Trouble.jam, PrinterFault.jam), (.openCover, .coverOpen)])
    func `a jam and an open cover hold the order until mended`(
        trouble: VirtualPrinter.Trouble, fault: PrinterFault
    ) async throws {
        try await withPrintRoom { room in
            room.printer.cause(trouble)
            let token = room.order()
            var progress = Progress(try await room.kiosk().follow(token))
            #expect(await progress.reaches(.held(fault)))
            room.printer.mend(trouble)
            #expect(await progress.end()?.isPrinted == true, "\(progress)")
            #expect(room.sheets(of: token) == 1)
        }
    }

    @Test func `nothing is sent to a printer that is off`() async throws {
        try await withPrintRoom { room in
            await room.printer.kill()
            let token = room.order()
            let kiosk = try room.kiosk()
            var progress = Progress(await kiosk.follow(token))
            #expect(await progress.reaches(.held(.unreachable)))
            #expect(await kiosk.condition() == .unreachable)
            #expect(room.ledger.state(of: token) == .ready)
            try await room.printer.start()
            #expect(await progress.end()?.isPrinted == true, "\(progress)")
            #expect(room.sheets(of: token) == 1)
        }
    }

    @Test func `a printer that goes off just before its job comes prints it when it is back`() async throws {
        try await withPrintRoom { room in
            let ledger = MemoryLedger { order in
                if case .accepted(let job) = order.state, job.printerJobID == nil { await room.printer.kill() }
            }
            let order = PrintOrder.sample()
            ledger.open(order, pdf: SamplePaper.pdf(pages: 1))
            var progress = Progress(try await room.kiosk(ledger: ledger).follow(order.token))
            #expect(await progress.reaches(.held(.unreachable)))
            try await room.printer.start()
            #expect(await progress.end()?.isPrinted == true, "\(progress)")
            #expect(room.sheets(of: order.token) == 1)
        }
    }

    @Test func `a cupsd that dies under supervision comes back, and the sheet comes out`() async throws {
        try await withPrintRoom { room in
            let supervision = Task { await room.cups.supervise(pause: .milliseconds(200)) }
            await room.cups.kill()
            let token = room.order()
            var progress = Progress(try await room.kiosk().follow(token))
            #expect(await progress.end()?.isPrinted == true, "\(progress)")
            #expect(room.sheets(of: token) == 1)
            supervision.cancel()
            await supervision.value
        }
    }

    @Test func `nothing is sent while cupsd is down`() async throws {
        try await withPrintRoom { room in
            await room.cups.kill()
            let token = room.order()
            let kiosk = try room.kiosk()
            var progress = Progress(await kiosk.follow(token))
            #expect(await progress.reaches(.held(.serviceDown)))
            #expect(await kiosk.condition() == .serviceDown)
            #expect(room.ledger.state(of: token) == .ready)
            try await room.cups.start()
            #expect(await progress.end()?.isPrinted == true, "\(progress)")
            #expect(room.sheets(of: token) == 1)
        }
    }

    @Test func `a printer that restarts in the middle of a job leaves the order unknown`() async throws {
        try await withPrintRoom(sheetTime: .seconds(2)) { room in
            let token = room.order()
            var progress = Progress(try await room.kiosk().follow(token))
            #expect(await progress.reaches(.printing(sheet: 1, of: 1)))
            try room.printer.setSheetTime(.milliseconds(100))
            try await room.printer.restart()
            #expect(await progress.end() == .unknown)
            // An order of its own is not disturbed by what became of the first; nor does that one come out after all.
            let next = room.order()
            var nextProgress = Progress(try await room.kiosk().follow(next))
            #expect(await nextProgress.end()?.isPrinted == true, "\(nextProgress)")
            #expect(room.sheets(of: token) == 0 && room.sheets(of: next) == 1)
        }
    }

    @Test func `a job that the printer gives up has failed, without a sheet`() async throws {
        try await withPrintRoom { room in
            room.printer.cause(.abort)
            let token = room.order()
            var progress = Progress(try await room.kiosk().follow(token))
            #expect(await progress.end()?.isFailed == true)
            #expect(room.sheets(of: token) == 0)
        }
    }

    @Test func `an order cancelled before it was sent leaves no trace`() async throws {
        try await withPrintRoom { room in
            await room.printer.kill()
            let token = room.order()
            let kiosk = try room.kiosk()
            var progress = Progress(await kiosk.follow(token))
            #expect(await progress.reaches(.held(.unreachable)))
            await kiosk.cancel(token)
            #expect(await progress.end() == .cancelled)
            #expect(room.ledger.states == [.cancelled])
        }
    }

    @Test func `an order cancelled at the printer prints nothing more`() async throws {
        try await withPrintRoom(sheetTime: .seconds(3)) { room in
            let token = room.order()
            let kiosk = try room.kiosk()
            var progress = Progress(await kiosk.follow(token))
            #expect(await progress.reaches(.printing(sheet: 1, of: 1)))
            await kiosk.cancel(token)
            #expect(await progress.end() == .cancelled)
            #expect(room.sheets(of: token) == 0)
        }
    }

    @Test func `of two orders the second waits for the first, unless nobody wants it`() async throws {
        try await withPrintRoom { room in
            try await room.printer.takePaperOut()
            let (first, second, third) = (room.order(), room.order(), room.order())
            let kiosk = try room.kiosk()
            var firstProgress = Progress(await kiosk.follow(first))
            var secondProgress = Progress(await kiosk.follow(second))
            var thirdProgress = Progress(await kiosk.follow(third))
            #expect(await firstProgress.reaches(.held(.outOfPaper)))
            await kiosk.cancel(second)
            #expect(await secondProgress.end() == .cancelled)
            #expect(room.ledger.state(of: third) == .ready)
            try await room.printer.refillPaper()
            #expect(await firstProgress.end()?.isPrinted == true, "\(firstProgress)")
            #expect(await thirdProgress.end()?.isPrinted == true, "\(thirdProgress)")
            #expect(room.printer.sheets.map(\.token) == [first, third].map(\.description))
        }
    }

    @Test func `everyone who watches an order hears its end, also afterwards`() async throws {
        try await withPrintRoom { room in
            let token = room.order()
            let kiosk = try room.kiosk()
            var one = Progress(await kiosk.follow(token))
            var other = Progress(await kiosk.follow(token))
            #expect(await one.end()?.isPrinted == true, "\(one)")
            #expect(await other.end()?.isPrinted == true, "\(other)")
            var late = Progress(await kiosk.follow(token))
            #expect(await late.end()?.isPrinted == true, "\(late)")
            #expect(room.sheets(of: token) == 1)
        }
    }
}

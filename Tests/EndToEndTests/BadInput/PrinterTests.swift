import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    struct PrinterTests {
        @Test func `an empty tray holds the notice, and paper lets it out, once`() async throws {
            try await withVisit { visit in
                let printer = visit.hall.printRoom.printer
                try await visit.go(to: .sealed)
                try await printer.takePaperOut()
                try await visit.go(to: .printing)
                try await visit.wait(for: "打印暂停", "打印机缺纸", "不会多打，也不会少打")
                #expect(printer.sheets.isEmpty)
                try await printer.refillPaper()
                try await visit.goToTheEnd()
                try await visit.expectOneApplicationAndOneSheet()
            }
        }

        @Test func `a printer that is gone is told before and while printing, and one sheet comes when it is back`()
            async throws
        {
            try await withVisit { visit in
                try await visit.go(to: .sealed)
                await visit.hall.attend(false)
                await visit.hall.printRoom.printer.kill()
                try await visit.wait(for: "打印机未连接", "打印机 ✕")
                try await visit.go(to: .printing)
                try await visit.wait(for: "打印机未连接")
                await visit.hall.attend(true)
                try await visit.goToTheEnd()
                try await visit.expectOneApplicationAndOneSheet()
            }
        }
    }
}

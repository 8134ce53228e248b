import Core
import Foundation
import Testing
import VirtualDevices

@testable import Printing

/// The windows between two steps, on the real cupsd and printer: whoever dies there, one sheet comes out.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SuddenDeathTests {
    @Test func `kiosk, cupsd or both killed at any step: exactly one sheet`() async throws {
        try await withPrintRoom { room in
            // Below this no absence is proven, and an order may end unknown.
            while try await room.printerUpTime() < PrinterWatch.leastUpTime {
                try await Task.sleep(for: .milliseconds(100))
            }
            for moment in KillPoint.Moment.allCases {
                for victims in KillPoint.Victims.allCases {
                    let point = KillPoint(moment, victims, cups: room.cups)
                    let token = room.order()
                    try await live(until: point, token: token, in: room)
                    try await point.waitForRestart()
                    var nextLife = Progress(try await room.kiosk().follow(token))
                    _ = await nextLife.end()
                    let state = room.ledger.state(of: token)
                    #expect(point.wasReached, "\(moment), \(victims)")
                    #expect(state?.isPrinted == true, "\(moment), \(victims): \(String(describing: state))")
                    #expect(room.sheets(of: token) == 1, "\(moment), \(victims)")
                }
            }
            let tokens = room.printer.sheets.map(\.token)
            #expect(Set(tokens).count == tokens.count, "a late sheet came out twice")
        }
    }

    /// The life of a kiosk that the kill point may end.
    private func live(until point: KillPoint, token: PrintToken, in room: PrintRoom) async throws {
        let order = try #require(room.ledger.openOrders().first { $0.token == token })
        let endpoint = try #require(IPPEndpoint.printer(room.printer.uri))
        let queue = IPPClient(.queue(room.cups.queue, server: room.cups.socket), format: .init())
        await Task {
            var driver = OrderDriver(
                order, queue: MortalQueue(queue: queue, point: point), printer: IPPClient(endpoint),
                device: room.printer.uri, ledger: MortalLedger(rows: room.ledger, point: point),
                timing: room.timing, isCancelling: { false }, report: { _ in })
            try? await driver.drive()
        }.value
    }
}

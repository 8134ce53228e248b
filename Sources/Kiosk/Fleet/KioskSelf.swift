import Appliance
import CentralAPI
import Core
import Foundation
import Screens

/// What the program knows of its machine, put together for the store.
struct KioskSelf: Sendable {
    let ports: Ports
    let devices: DeviceWatch
    let troubles: RecentTroubles
    /// Number of the machine in its hall.
    let machine: String
    /// What root's services say; nil on a desk.
    let appliance: @Sendable () -> MachineReport?
    /// Nil where no update is fetched.
    var updates: UpdateFollower?

    func report() async -> KioskReport {
        var ailments = devices.ailments
        if let fault = await ports.printer.condition() {
            ailments.append(KioskReport.Ailment(.printer, code: fault.advice.code))
        }
        var counts: KioskReport.Counts?
        do throws(StorageFault) {
            let found = try await ports.inspection.counts()
            counts = KioskReport.Counts(
                waitingEntries: found.waitingEntries, unknownOrders: found.unknownOrders)
        } catch {
            ailments.append(KioskReport.Ailment(.storage, code: error.advice.code))
        }
        return KioskReport(
            hall: ports.site.hall, machine: machine, program: KioskSite.program,
            appliance: appliance().map(KioskReport.Appliance.init), ailments: ailments, counts: counts,
            troubles: troubles.newest.map {
                KioskReport.Trouble(code: $0.advice.code, count: $0.count, at: $0.at)
            }, fetching: await updates?.trouble)
    }
}

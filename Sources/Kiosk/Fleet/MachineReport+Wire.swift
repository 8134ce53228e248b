import Appliance
import CentralAPI
import UpdateFormat

extension KioskReport.Appliance {
    init(_ machine: MachineReport) {
        self.init(
            version: machine.version.description, rootHash: machine.rootHash, slot: machine.slot.rawValue,
            previous: machine.previous?.description,
            trial: machine.updates.trial.map {
                KioskReport.Trial(version: $0.version.description, complaint: $0.complaint)
            },
            failed: machine.updates.failed.map {
                KioskReport.FailedVersion(version: $0.version.description, reason: $0.reason, at: $0.at)
            },
            refused: machine.updates.refused.map {
                KioskReport.RefusedBundle(digest: $0.digest, reason: $0.reason, at: $0.at)
            },
            site: KioskReport.Site(
                version: machine.site.version, failed: machine.site.failed, refusal: machine.site.refusal))
    }
}

extension MachineReport {
    /// Nil on a desk, and until root's services have looked.
    static var ofThisMachine: MachineReport? { read(from: MachineFiles().report) }
}

import Appliance
import Core
import Foundation
import UpdateFormat

/// The machine's services by way of files: they run as root, and this program never does.
struct LiveMachineDesk: MachineDesk {
    var files = MachineFiles()
    /// That an order may take; shredding a large disk is the longest.
    var patience: Duration = .seconds(180)

    func facts() async throws(MachineFault) -> MachineFacts {
        guard let report = MachineReport.read(from: files.report) else { throw absence }
        return MachineFacts(report)
    }

    func challenge() async throws(MachineFault) -> Data {
        guard let bytes = FileManager.default.contents(atPath: files.challenge), bytes.count == 32 else {
            throw absence
        }
        return bytes
    }

    /// Why the services' files are not there.
    private var absence: MachineFault {
        FileManager.default.fileExists(atPath: files.root) ? .notReported : .noAppliance
    }

    func carryOut(_ order: SignedOrder) async throws(MachineFault) {
        do { try JSONEncoder().encode(order).write(to: URL(filePath: files.order), options: .atomic) } catch {
            throw .unanswered
        }
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end {
            if let outcome = MachineReport.read(from: files.report)?.outcomes.first(where: { $0.id == order.id }) {
                if let fault = outcome.fault { throw fault }
                return
            }
            do { try await Task.sleep(for: .milliseconds(200)) } catch { break }
        }
        // What was not taken is not carried out later, when nobody expects it any more.
        try? FileManager.default.removeItem(atPath: files.order)
        throw .unanswered
    }

    func supportBundle() async throws(MachineFault) -> Data {
        guard let bundle = FileManager.default.contents(atPath: files.support) else { throw .failed }
        return bundle
    }
}

extension MachineFacts {
    init(_ report: MachineReport) {
        let trial = report.updates.trial.flatMap { $0.version == report.version ? nil : $0.version.description }
        let takenBack = report.site.failed.last.map { SiteRefusal.takenBack($0).description }
        self.init(
            version: report.version.description, rootHash: report.rootHash, slot: report.slot.rawValue,
            previous: report.previous?.description, waiting: trial,
            failed: report.updates.failed.map {
                FailedVersion(version: $0.version.description, reason: $0.reason, at: $0.at)
            },
            siteVersion: report.site.version, siteRefusal: report.site.refusal ?? takenBack,
            addresses: report.addresses)
    }
}

import Appliance
import Core
import DurableFiles
import Foundation
import Glibc

/// The orders, carried out on the machine that this runs on.
struct ThisMachine: OrderTaker {
    let files: MachineFiles

    private static let sticks = "/run/sticks"
    private static let log = "/var/lib/kiosk/log/kiosk.log"

    func carryOut(_ order: MachineOrder) throws(MachineFault) {
        switch order {
        case .restart: break
        case .rollBack: try rollBack()
        case .supportToStick: try writeToStick(try support())
        case .supportToStore: try leaveForStore(try support())
        case .factoryReset: try reset()
        }
    }

    func finish(_ order: MachineOrder) {
        switch order {
        case .restart, .rollBack: Vital.system(["reboot"])
        // What is still running would write into what is gone.
        case .factoryReset: Vital.system(["reboot", "--force", "--force"])
        case .supportToStick, .supportToStore: break
        }
    }

    private func rollBack() throws(MachineFault) {
        do {
            let judge = UpdateJudge(
                entries: BootEntries(partition: ApplianceFolders.bootPartition),
                running: try ApplianceFolders.runningVersion(), folder: ApplianceFolders.slots)
            guard try judge.rollBack() != nil else { throw MachineFault.noEarlierVersion }
        } catch let fault as MachineFault { throw fault } catch { throw failed(error) }
    }

    // MARK: Support bundle

    private func support() throws(MachineFault) -> Data {
        let report = SupportReport.ofThisMachine(
            FileManager.default.contents(atPath: files.report) ?? Data(), logs: [Self.log + ".1", Self.log])
        guard let sealed = SealedFile.seal(report.text, for: ApplianceFolders.siteAuthority) else {
            throw failed("the support bundle cannot be encrypted")
        }
        return sealed
    }

    private func leaveForStore(_ bundle: Data) throws(MachineFault) {
        // It is encrypted: who reads it learns nothing.
        do { try MachineReporter(files: files).keep(bundle, at: files.support, mode: 0o644) } catch {
            throw failed(error)
        }
    }

    /// The stick is opened for the one file and closed again whatever happened.
    private func writeToStick(_ bundle: Data) throws(MachineFault) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.sticks)) ?? []
        guard let name = names.sorted().first else { throw .noStick }
        guard gate("open", name) else { throw .stickUnwritten }
        defer { _ = gate("close", name) }
        let time = Date().ISO8601Format(.init(dateSeparator: .omitted, timeSeparator: .omitted))
        let path = "\(Self.sticks)/\(name)/kiosk-support-\(time).p7m"
        do {
            try DurableFile.write(bundle, to: path)
            guard FileManager.default.contents(atPath: path) == bundle else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            StandardError.tell("support bundle: \(error)")
            throw .stickUnwritten
        }
    }

    private func gate(_ word: String, _ stick: String) -> Bool {
        run("/bin/sh", ["/usr/lib/kiosk/stick-gate", word, stick])
    }

    // MARK: Factory reset

    private func reset() throws(MachineFault) {
        let label = "/dev/disk/by-partlabel/kiosk-var"
        guard let device = realpath(label, nil) else { throw failed("\(label) is not there") }
        defer { free(device) }
        let partition = String(cString: device)
        let system = "/sys/class/block/\(URL(filePath: partition).lastPathComponent)"
        guard let text = try? String(contentsOfFile: "\(system)/partition", encoding: .ascii),
            let number = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)),
            let parent = realpath("\(system)/..", nil)
        else { throw failed("\(partition) is no partition") }
        defer { free(parent) }
        let disk = "/dev/" + URL(filePath: String(cString: parent)).lastPathComponent
        do throws(UpdateRefusal) {
            try FactoryReset(disk: disk, number: number, partition: partition).run {
                run("/bin/sh", ["/usr/lib/kiosk/tpm-forget"])
            }
        } catch { throw failed(error) }
    }

    private func run(_ program: String, _ arguments: [String]) -> Bool {
        SystemProgram.run(program, arguments, words: .inherited)?.isWell ?? false
    }

    private func failed(_ why: Any) -> MachineFault {
        StandardError.tell("order failed: \(why)")
        return .failed
    }
}

import Appliance
import ArgumentParser
import Foundation
import UpdateFormat

/// `kiosk update`: the appliance's own updates.
struct UpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Writes an update into the other slot, and judges it after its start.",
        subcommands: [
            InstallUpdateCommand.self, ReceiveUpdateCommand.self, JudgeUpdateCommand.self, ShowUpdateCommand.self,
        ])
}

extension ApplianceFolders {
    static let slots = "/var/lib/kiosk-slots"
    static let bootPartition = "/efi"
    static let updateAuthority = "/usr/share/kiosk/trust/update.pem"
    static let release = "/etc/kiosk-release"
    /// Where the kiosk's program puts what it fetches from the store.
    static let update = "/var/lib/kiosk/update"
    /// Says "up" or "down"; the kiosk's program writes it.
    static let store = "/run/kiosk-screen/store"

    /// The version that runs.
    static func runningVersion() throws -> ReleaseVersion {
        let text = try String(contentsOfFile: release, encoding: .utf8)
        let value = text.split(separator: "\n").first { $0.hasPrefix("VERSION=") }?.dropFirst(8)
        guard let version = value.flatMap({ ReleaseVersion($0) }) else {
            throw ValidationError("\(release) names no version")
        }
        return version
    }
}

/// `kiosk update install`
struct InstallUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Writes a bundle into the slot that does not run; it is tried at the next start.")

    @Argument(help: "The bundle.")
    var bundle: String

    func run() throws {
        do throws(UpdateRefusal) {
            print("update-written \(try Self.install(URL(filePath: bundle)))")
        } catch {
            print("update-refused \(error.word)")
            StandardError.tell("\(bundle): \(error)")
            throw ExitCode.failure
        }
    }

    /// - Returns: the version that will be tried.
    static func install(_ file: URL) throws(UpdateRefusal) -> ReleaseVersion {
        let turn = try UpdateTurn()
        defer { withExtendedLifetime(turn) {} }
        let opened = try UpdateBundle(file, authority: ApplianceFolders.updateAuthority)
        let running: ReleaseVersion
        do { running = try ApplianceFolders.runningVersion() } catch { throw .machine("\(error)") }
        let installer = UpdateInstaller(
            slots: try Slots.ofThisMachine(), entries: BootEntries(partition: ApplianceFolders.bootPartition),
            running: running, folder: ApplianceFolders.slots)
        let unwell = Set(Vital.allCases).filter { !$0.isWell }
        try installer.install(opened, unwell: unwell, now: Date())
        return opened.manifest.version
    }
}

/// `kiosk update judge`
struct JudgeUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge", abstract: "After a start: commits a version on trial, or starts the machine again.")

    @Option(help: "Seconds that a version on trial has to become well.")
    var patience = 180

    func run() throws {
        let judge = UpdateJudge(
            entries: BootEntries(partition: ApplianceFolders.bootPartition),
            running: try ApplianceFolders.runningVersion(), folder: ApplianceFolders.slots)
        let site = SiteJudge(folder: ApplianceFolders.siteFolder(ApplianceFolders.site))
        // A store that a new site file does not reach says nothing of the program.
        let notMeasured: Set<Vital> = site.isOnProbation ? [.store] : []
        switch try judge.judge(now: Date(), unwell: { wait(for: $0.subtracting(notMeasured)) }) {
        case .nothing: break
        case .committed: Announcement.tell("update-committed")
        case .rolledBack(let failed): Announcement.tell("update-rolled-back \(failed.version)")
        case .again(let missing):
            Announcement.tell("update-unwell " + missing.map(\.rawValue).joined(separator: ","), beforeRestart: true)
            Vital.system(["reboot"])
        }
    }

    /// Until all is well, and stays so for ten seconds.
    private func wait(for wanted: Set<Vital>) -> Set<Vital> {
        let end = ContinuousClock.now + .seconds(patience)
        var goodFor = 0
        while true {
            let unwell = wanted.filter { !$0.isWell }
            goodFor = unwell.isEmpty ? goodFor + 1 : 0
            if goodFor > 10 || ContinuousClock.now > end { return unwell }
            Thread.sleep(forTimeInterval: 1)
        }
    }
}

/// `kiosk update show`
struct ShowUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Checks a bundle and says what it holds.")

    @Argument(help: "The bundle.")
    var bundle: String

    @Option(help: "Certificate that must have signed.")
    var authority = ApplianceFolders.updateAuthority

    func run() throws {
        do throws(UpdateRefusal) {
            let manifest = try UpdateBundle(URL(filePath: bundle), authority: authority).manifest
            print(
                "version \(manifest.version), root \(manifest.rootHash), to be taken until \(manifest.expires.ISO8601Format())"
            )
            if let base = manifest.base { print("  for machines that run \(base.version), root \(base.rootHash)") }
        } catch {
            StandardError.tell("\(bundle): \(error)")
            throw ExitCode.failure
        }
    }
}

extension Vital {
    /// As the system sees it now.
    var isWell: Bool {
        switch self {
        case .screen: Self.system(["is-active", "--quiet", "kiosk.service"])
        case .readers: Self.system(["is-active", "--quiet", "pcscd.service"])
        case .spooler: Self.system(["is-active", "--quiet", "cupsd.service"])
        case .store: (try? String(contentsOfFile: ApplianceFolders.store, encoding: .utf8)) == "up"
        }
    }

    /// - Returns: whether systemctl was content.
    @discardableResult
    static func system(_ arguments: [String]) -> Bool {
        SystemProgram.run("/usr/bin/systemctl", arguments, words: .inherited)?.isWell ?? false
    }
}

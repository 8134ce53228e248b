import Appliance
import ArgumentParser
import Foundation

/// `kiosk site judge`
struct JudgeSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: "After a start: keeps a new site file when the store is reached by it, else puts the old one back.")

    @Option(help: "Where site files lie on this machine.")
    var folder = ApplianceFolders.site

    @Option(help: "Seconds in which the store must be reached once.")
    var patience = 600

    func run() throws {
        switch try SiteJudge(folder: ApplianceFolders.siteFolder(folder)).judge(isStoreReached: wait) {
        case .nothing: break
        case .good(let version): Announcement.tell("site-good \(version)")
        case .undecided: Announcement.tell("site-undecided")
        case .takenBack(let version, let previous):
            Announcement.tell("site-taken-back \(version) to \(previous)", beforeRestart: true)
            Vital.system(["reboot"])
        }
    }

    private func wait() -> Bool {
        let end = ContinuousClock.now + .seconds(patience)
        while !Vital.store.isWell {
            if ContinuousClock.now > end { return false }
            Thread.sleep(forTimeInterval: 1)
        }
        return true
    }
}

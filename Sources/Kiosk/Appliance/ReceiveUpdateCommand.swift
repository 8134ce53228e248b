import Appliance
import ArgumentParser
import Foundation
import Glibc
import Sync

/// `kiosk update receive`: takes what the screen's program has fetched from the store, and takes it away. The outcome
/// stands where the machine's report finds it.
struct ReceiveUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Installs the update that came over the store's channel, and removes it.")

    @Option(help: "The bundle.")
    var bundle = "/var/lib/kiosk/update/kiosk.update"

    @Option(help: "Where the outcome stands.")
    var folder = ApplianceFolders.slots

    func run() throws {
        let file = URL(filePath: bundle)
        do throws(UpdateRefusal) {
            let version = try InstallUpdateCommand.install(file)
            try note(nil)
            print("update-written \(version)")
        } catch {
            // A write that failed says nothing of the file: the store may offer it again.
            let digest = if case .machine = error { "" } else { (try? ReleaseFolder.digest(of: file)) ?? "" }
            try note(UpdateState.RefusedBundle(digest: digest, reason: "\(error)", at: Date()))
            StandardError.tell("\(bundle): \(error)")
            print("update-refused \(error.word)")
        }
        try FileManager.default.removeItem(at: file)
    }

    private func note(_ refused: UpdateState.RefusedBundle?) throws(UpdateRefusal) {
        var state = UpdateState.read(in: folder)
        guard state.refused != refused else { return }
        state.refused = refused
        try state.write(in: folder)
    }
}

/// One installation at a time: a stick may come while the store's bundle is being written.
final class UpdateTurn {
    private let descriptor: Int32

    /// Waits for its turn.
    init(_ path: String = "/run/kiosk/update.lock") throws(UpdateRefusal) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { throw .machine("\(path) cannot be locked") }
    }

    deinit { close(descriptor) }
}

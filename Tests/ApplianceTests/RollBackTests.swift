import Foundation
import Testing
import UpdateFormat

@testable import Appliance

/// A technician goes back to the version before.
@Suite struct RollBackTests {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    /// 1.1.0 runs and is committed; 1.0.0 was before it.
    private func updated(in folder: URL) throws -> DeskMachine {
        let machine = try DeskMachine(in: folder)
        let bundle = try UpdateBundle(machine.bundle("1.1.0").file, authority: machine.keys.certificate)
        try machine.installer().install(bundle, unwell: [], now: Self.now)
        _ = try machine.chooses()
        #expect(try machine.judge(running: "1.1.0").judge(now: Self.now) { _ in [] } == .committed)
        return machine
    }

    @Test func `the version before comes back, and the one that was left is not taken again`() throws {
        try withFolder { folder in
            let machine = try updated(in: folder)
            #expect(try machine.judge(running: "1.1.0").rollBack() == ReleaseVersion("1.0.0"))
            #expect(try machine.chooses() == ReleaseVersion("1.0.0"))
            let verdict = try machine.judge(running: "1.0.0").judge(now: Self.now) { _ in [] }
            let failed = try #require(UpdateState.read(in: machine.stateFolder).failed.first)
            #expect(verdict == .rolledBack(failed))
            #expect(failed.version == ReleaseVersion("1.1.0") && failed.reason.contains("technician"))
            let again = try UpdateBundle(machine.bundle("1.1.0").file, authority: machine.keys.certificate)
            #expect(throws: UpdateRefusal.self) {
                try machine.installer().install(again, unwell: [], now: Self.now)
            }
        }
    }

    @Test func `with one version there is nothing to go back to, and nothing changes`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            #expect(try machine.judge(running: "1.0.0").rollBack() == nil)
            #expect(try machine.entryNames() == ["kiosk_1.0.0.efi"])
            #expect(UpdateState.read(in: machine.stateFolder) == UpdateState())
        }
    }

    @Test func `a power cut before the entry is renamed leaves the version that runs`() throws {
        try withFolder { folder in
            let machine = try updated(in: folder)
            var state = UpdateState.read(in: machine.stateFolder)
            let running = try #require(ReleaseVersion("1.1.0"))
            state.trial = UpdateState.Trial(
                version: running, from: try #require(ReleaseVersion("1.0.0")), unwellBefore: [], complaint: "asked")
            try state.write(in: machine.stateFolder)
            #expect(try machine.chooses() == running)
            #expect(try machine.judge(running: "1.1.0").judge(now: Self.now) { _ in [] } == .nothing)
            #expect(try machine.judge(running: "1.1.0").rollBack() == ReleaseVersion("1.0.0"))
        }
    }
}

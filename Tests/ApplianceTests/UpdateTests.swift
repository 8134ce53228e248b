import Foundation
import Testing
import UpdateFormat

@testable import Appliance

@Suite struct UpdateTests {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    private func open(_ bundle: FactoryBundle, on machine: DeskMachine) throws -> UpdateBundle {
        try UpdateBundle(bundle.file, authority: machine.keys.certificate)
    }

    private func refusal(_ act: () throws -> Void) throws -> UpdateRefusal? {
        do { try act() } catch let error as UpdateRefusal { return error }
        return nil
    }

    @Test func `a new version is written to the other slot, tried, found well and committed`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            let (old, new) = (try machine.bundle("1.0.0"), try machine.bundle("1.1.0"))
            try machine.installer().install(try open(new, on: machine), unwell: [], now: Self.now)
            #expect(try machine.entryNames() == ["kiosk_1.0.0.efi", "kiosk_1.1.0+3.efi"])
            let chosen = try machine.chooses()
            #expect(chosen.description == "1.1.0")
            #expect(try machine.isWhole(new, chosen))
            #expect(try machine.judge(running: "1.1.0").judge(now: Self.now) { _ in [] } == .committed)
            #expect(try machine.entryNames() == ["kiosk_1.0.0.efi", "kiosk_1.1.0.efi"])
            #expect(try machine.isWhole(old, try #require(ReleaseVersion("1.0.0"))))
            #expect(UpdateState.read(in: machine.stateFolder) == UpdateState())
        }
    }

    @Test func `what did not work before need not work after it, what did must`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            try machine.installer().install(
                try open(machine.bundle("1.1.0"), on: machine), unwell: [.store], now: Self.now)
            _ = try machine.chooses()
            let judge = try machine.judge(running: "1.1.0")
            #expect(try judge.judge(now: Self.now) { _ in [.store, .readers] } == .again(missing: [.readers]))
            #expect(try judge.judge(now: Self.now) { _ in [.store] } == .committed)
        }
    }

    @Test func `three bad trials bring the old version back, and the bad one is not taken again`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            let bad = try open(machine.bundle("1.1.0"), on: machine)
            try machine.installer().install(bad, unwell: [], now: Self.now)
            for _ in 1...3 {
                #expect(try machine.chooses().description == "1.1.0")
                let verdict = try machine.judge(running: "1.1.0").judge(now: Self.now) { _ in [.screen] }
                #expect(verdict == .again(missing: [.screen]))
            }
            #expect(try machine.chooses().description == "1.0.0")
            let failed = FailedUpdate(version: bad.manifest.version, reason: "did not work: screen", at: Self.now)
            #expect(try machine.judge(running: "1.0.0").judge(now: Self.now) { _ in [] } == .rolledBack(failed))
            #expect(try machine.entryNames() == ["kiosk_1.0.0.efi"])
            let again = try refusal { try machine.installer().install(bad, unwell: [], now: Self.now) }
            #expect(again == .failedBefore(bad.manifest.version, reason: "did not work: screen"))
        }
    }

    @Test func `a version that never came as far as judging is remembered as one that did not start`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            try machine.installer().install(try open(machine.bundle("1.1.0"), on: machine), unwell: [], now: Self.now)
            for _ in 1...4 { _ = try machine.chooses() }
            let verdict = try machine.judge(running: "1.0.0").judge(now: Self.now) { _ in [] }
            let version = try #require(ReleaseVersion("1.1.0"))
            #expect(verdict == .rolledBack(FailedUpdate(version: version, reason: "it did not start", at: Self.now)))
        }
    }

    @Test func `older, expired, foreign and damaged bundles are refused and change nothing that starts`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            let stranger = try SiteKeys(in: folder, named: "stranger")
            let installer = try machine.installer()
            func install(_ bundle: FactoryBundle) throws -> UpdateRefusal? {
                try refusal { try installer.install(try open(bundle, on: machine), unwell: [], now: Self.now) }
            }
            #expect(try install(machine.bundle("0.9.0"))?.word == "not-newer")
            #expect(try install(machine.bundle("1.0.0"))?.word == "not-newer")
            #expect(try install(machine.bundle("1.1.0", expires: "2026-01-02T00:00:00Z"))?.word == "expired")
            #expect(try install(FactoryBundle("1.1.0", keys: stranger, in: folder)) == .signature)
            for name in ["manifest", "manifest.p7s"] {
                let edited = try FactoryBundle("1.1.0", keys: machine.keys, in: folder) { $0[name]?[20] ^= 1 }
                #expect(try install(edited) == .signature)
            }
            for part in UpdatePart.allCases {
                let damaged = try FactoryBundle("1.1.0", keys: machine.keys, in: folder) { $0[part.rawValue]?[7] ^= 1 }
                #expect(try install(damaged) == .part(part.rawValue))
                let short = try FactoryBundle("1.1.0", keys: machine.keys, in: folder) {
                    $0[part.rawValue]?.removeLast()
                }
                #expect(try install(short) == .part(part.rawValue))
                #expect(try machine.chooses().description == "1.0.0")
            }
            let nothing = folder.appending(path: "nothing")
            try Data("nothing".utf8).write(to: nothing)
            let unreadable = try refusal { _ = try UpdateBundle(nothing, authority: machine.keys.certificate) }
            #expect(unreadable?.word == "unreadable")
        }
    }

    @Test func `a format to come is told apart from a file that cannot be read`() {
        #expect(UpdateRefusal(UpdateFormatFault.format("3")) == .format("3"))
        #expect(UpdateRefusal(UpdateFormatFault.unreadable("it is no tar")).word == "unreadable")
    }

    /// Every step and every piece that is written, one cut at each, then a second try to the end.
    @Test(arguments: [false, true])
    func `power cut at every point of an update: what starts is always whole, and a second try goes on`(
        ofPatches: Bool
    ) throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            let old = try machine.bundle("1.0.0")
            let new = try machine.bundle("1.1.0", over: ofPatches ? old : nil)
            let bundle = try open(new, on: machine)
            var (point, isThrough) = (0, false)
            while !isThrough {
                var count = 0
                let cut = try refusal {
                    try machine.installer().install(bundle, unwell: [], now: Self.now) { _ throws(UpdateRefusal) in
                        count += 1
                        if count > point { throw .machine("power cut") }
                    }
                }
                isThrough = cut == nil
                let present = isThrough ? new : old
                let name = isThrough ? "1.1.0" : "1.0.0"
                let version = try #require(ReleaseVersion(name))
                let entry = try machine.entryNames()
                #expect(try machine.isWhole(present, version), "cut \(point): \(entry)")
                #expect(entry.contains { $0.hasPrefix("kiosk_1.1.0") } == isThrough, "cut \(point): \(entry)")
                if !isThrough {
                    #expect(try machine.judge(running: "1.0.0").judge(now: Self.now) { _ in [] } == .nothing)
                }
                // The next try begins anew, so that each point is met on the way from the start.
                if !isThrough { try? FileManager.default.removeItem(atPath: machine.stateFolder) }
                point += 1
            }
            #expect(point > 200)
        }
    }

    @Test(arguments: [false, true])
    func `a second try goes on from what is on the disk`(ofPatches: Bool) throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            let old = try machine.bundle("1.0.0")
            let new = try machine.bundle("1.1.0", over: ofPatches ? old : nil)
            let bundle = try open(new, on: machine)
            var written: [Int] = []
            _ = try refusal {
                try machine.installer().install(bundle, unwell: [], now: Self.now) { step throws(UpdateRefusal) in
                    if step == .writing(.root, 100 * 1024) { throw .machine("power cut") }
                }
            }
            try machine.installer().install(bundle, unwell: [], now: Self.now) { step in
                if case .writing(.root, let done) = step { written.append(done) }
            }
            #expect(written.first == 96 * 1024)
            let chosen = try machine.chooses()
            #expect(chosen.description == "1.1.0")
            #expect(try machine.isWhole(new, chosen))
        }
    }
}

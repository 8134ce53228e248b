import Appliance
import Core
import Crypto
import Documents
import Foundation
import Screens
import Synchronization
import Testing
import UpdateFormat
import VirtualDevices

@testable import Kiosk

/// A technician's order, from the card in the slot to the service that carries it out, by the files between them.
@Suite(.timeLimit(.minutes(1))) struct MachineTests {
    /// Notes what it was told to do, in the machine's place.
    private final class Note: OrderTaker {
        let orders = Mutex<[String]>([])
        let fault: MachineFault?
        init(fault: MachineFault? = nil) { self.fault = fault }

        func carryOut(_ order: MachineOrder) throws(MachineFault) {
            orders.withLock { $0.append("carry out \(order.rawValue)") }
            if let fault { throw fault }
        }

        func finish(_ order: MachineOrder) { orders.withLock { $0.append("finish \(order.rawValue)") } }
        var noted: [String] { orders.withLock(\.self) }
    }

    /// A kiosk with a technician's card in its slot, and the desk of root's service beside it.
    private struct Place {
        let files: MachineFiles
        let hall: Hall
        let desk: OrderDesk

        init(in folder: URL, role: StaffRole = .technician) async throws {
            files = MachineFiles(
                root: folder.appending(path: "root").path, screen: folder.appending(path: "screen").path)
            for path in [files.root, files.screen] {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
            let pki = try TestPKI(in: folder.appending(path: "pki"), now: Sample.now)
            let roots = try AuthorityFile(pem: String(contentsOf: pki.staffRoot, encoding: .utf8))
            hall = try Hall(staffRoots: roots, machine: LiveMachineDesk(files: files, patience: .seconds(20)))
            await hall.cards.insert(VirtualPIVCard(staff: try pki.staffCardKey(for: SampleStaff.member(of: role))))
            let reporter = MachineReporter(files: files)
            var desk = OrderDesk(files: files, reporter: reporter) { () throws(MachineFault) in
                do { return try StaffTrust(roots) } catch { throw .notSigned }
            }
            desk.now = { Sample.now }
            // This machine has no slots to report of.
            desk.tell = { reporter, outcome in try Place.report([outcome], with: reporter) }
            self.desk = desk
            try Self.report([], with: reporter)
            try reporter.renewChallenge()
        }

        static func report(_ outcomes: [MachineReport.Outcome], with reporter: MachineReporter) throws {
            let report = MachineReport(
                version: try #require(ReleaseVersion("1.4.0")), rootHash: String(repeating: "7b", count: 32), slot: .a,
                previous: ReleaseVersion("1.3.0"), updates: UpdateState(), site: MachineReport.Site(version: 7),
                addresses: ["enp0s3 10.1.2.3"], outcomes: outcomes, at: Sample.now)
            try reporter.keep(report.encoded(), at: reporter.files.report, mode: 0o644)
        }

        /// Gives the order on the screen while the service watches for it.
        func order(_ order: MachineOrder, _ note: Note) async throws -> Answer {
            let service = Task {
                while !FileManager.default.fileExists(atPath: files.order) {
                    try await Task.sleep(for: .milliseconds(20))
                }
                try await desk.obey(note)
            }
            let answer = await hall.answer(to: .orderMachine(order))
            service.cancel()
            _ = await service.result
            return answer
        }

        /// As the screen's program signs it.
        func signed(_ order: MachineOrder, over challenge: Data? = nil) async throws -> SignedOrder {
            let bytes = try challenge ?? #require(FileManager.default.contents(atPath: files.challenge))
            let digest = Data(SHA256.hash(data: SignedOrder.message(order, challenge: bytes)))
            return SignedOrder(
                id: UUID(), order, certificate: try await hall.cards.staffCertificate(),
                signature: try await hall.cards.signAsStaff(digest))
        }

        func lay(_ order: SignedOrder) throws {
            try JSONEncoder().encode(order).write(to: URL(filePath: files.order))
        }

        var faults: [MachineFault?] { MachineReport.read(from: files.report)?.outcomes.map(\.fault) ?? [] }
    }

    @Test func `what the machine is stands on the screen`() async throws {
        try await withFolder { folder in
            let place = try await Place(in: folder)
            guard case .machine(.success(let survey)) = await place.hall.answer(to: .readMachine) else {
                Issue.record("no survey")
                return
            }
            #expect(
                survey.facts.version == "1.4.0" && survey.facts.previous == "1.3.0" && survey.facts.siteVersion == 7)
            #expect(survey.waitingEntries != nil)
        }
    }

    @Test func `on a desk there is none`() async throws {
        let hall = try Hall()
        #expect(await hall.answer(to: .readMachine) == .machine(.failure(.machine(.noAppliance))))
    }

    @Test func `a machine that has not reported yet says so, and is no desk`() async throws {
        try await withFolder { folder in
            let files = MachineFiles(root: folder.path, screen: folder.path)
            let hall = try Hall(machine: LiveMachineDesk(files: files))
            #expect(await hall.answer(to: .readMachine) == .machine(.failure(.machine(.notReported))))
        }
    }

    @Test(arguments: [MachineOrder.restart, .rollBack, .factoryReset, .supportToStick])
    func `a technician's order is carried out once, and then what ends the start`(_ order: MachineOrder) async throws {
        try await withFolder { folder in
            let (place, note) = (try await Place(in: folder), Note())
            #expect(try await place.order(order, note) == .machineObeyed(.success(Kept())))
            #expect(note.noted == ["carry out \(order.rawValue)", "finish \(order.rawValue)"])
            try await place.desk.obey(note)
            #expect(note.noted.count == 2)
        }
    }

    @Test func `what the machine could not do is told with its reason, and ends nothing`() async throws {
        try await withFolder { folder in
            let (place, note) = (try await Place(in: folder), Note(fault: .noEarlierVersion))
            #expect(try await place.order(.rollBack, note) == .machineObeyed(.failure(.machine(.noEarlierVersion))))
            #expect(note.noted == ["carry out rollBack"])
        }
    }

    @Test func `a bundle that was made for the store is brought there`() async throws {
        try await withFolder { folder in
            let (place, note) = (try await Place(in: folder), Note())
            try Data("sealed".utf8).write(to: URL(filePath: place.files.support))
            #expect(try await place.order(.supportToStore, note) == .machineObeyed(.success(Kept())))
            #expect(await place.hall.store.supportBundles == [Data("sealed".utf8)])
        }
    }

    @Test func `hall staff order nothing of the machine`() async throws {
        try await withFolder { folder in
            let (place, note) = (try await Place(in: folder, role: .hallStaff), Note())
            #expect(try await place.order(.restart, note) == .machineObeyed(.failure(.machine(.notSigned))))
            #expect(note.noted.isEmpty)
        }
    }

    @Test func `a signature is good for one order of one start, and once`() async throws {
        try await withFolder { folder in
            let (place, note) = (try await Place(in: folder), Note())
            // Another order under the same signature.
            var order = try await place.signed(.restart)
            order.order = .factoryReset
            try place.lay(order)
            try await place.desk.obey(note)
            #expect(note.noted.isEmpty && place.faults == [.notSigned])
            // Another start.
            try place.lay(try await place.signed(.restart, over: Data(repeating: 1, count: 32)))
            try await place.desk.obey(note)
            #expect(note.noted.isEmpty)
            // The same one twice.
            let good = try await place.signed(.restart)
            for _ in 1...2 {
                try place.lay(good)
                try await place.desk.obey(note)
            }
            #expect(note.noted == ["carry out restart", "finish restart"])
            #expect(place.faults == [.notSigned])
        }
    }

    @Test func `what is no order is taken off and does nothing`() async throws {
        try await withFolder { folder in
            let (place, note) = (try await Place(in: folder), Note())
            let path = place.files.order
            let lay: [() throws -> Void] = [
                { try Data("reboot".utf8).write(to: URL(filePath: path)) },
                { try Data(count: 1 << 20).write(to: URL(filePath: path)) },
                { try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname") },
                { mkfifo(path, 0o600) },
            ]
            for put in lay {
                try put()
                try await place.desk.obey(note)
                #expect(!FileManager.default.fileExists(atPath: path))
            }
            #expect(note.noted.isEmpty && place.faults.isEmpty)
        }
    }

    @Test func `a machine that does not answer is told, and the order is not left lying`() async throws {
        try await withFolder { folder in
            let place = try await Place(in: folder)
            let desk = LiveMachineDesk(files: place.files, patience: .milliseconds(50))
            let order = try await place.signed(.factoryReset)
            await #expect(throws: MachineFault.unanswered) { try await desk.carryOut(order) }
            #expect(!FileManager.default.fileExists(atPath: place.files.order))
        }
    }

    @Test func `without a card in the slot nothing is ordered`() async throws {
        try await withFolder { folder in
            let place = try await Place(in: folder)
            await place.hall.cards.set(fault: .noCard(.enterprise))
            guard case .machineObeyed(.failure(.card)) = await place.hall.answer(to: .orderMachine(.restart)) else {
                Issue.record("ordered without a card")
                return
            }
            #expect(!FileManager.default.fileExists(atPath: place.files.order))
        }
    }
}

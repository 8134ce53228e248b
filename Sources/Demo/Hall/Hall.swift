import Core
import Foundation
import VirtualDevices

/// A service hall on a desk: store, network, readers with cards, printer, and all that the kiosk needs to be started.
///
/// Everything lies in one private directory, listens on private sockets and loopback ports, and is stopped by `close`.
actor Hall {
    nonisolated let programs: Programs
    nonisolated let directory: RunDirectory
    nonisolated let network: NetworkRelay
    nonisolated let printRoom: VirtualPrintRoom
    nonisolated let cards: CardCorner
    nonisolated let store: StoreProcess
    nonisolated let stick: VirtualStick
    nonisolated let scanner: VirtualScanner
    /// Seconds without a touch before the kiosk's warning, and of the warning; nil is the kiosk's own.
    nonisolated let patience: Patience?
    /// What plays the kiosk's voice; nil is the kiosk's own.
    nonisolated let player: [String]?
    private var watch: Task<Void, Never>?
    private var isClosing = false
    private var isAttended = true

    /// Which of the hall's parts may die and is started again, as an init system would.
    enum Part: String, CaseIterable, Sendable {
        case kiosk, store, pcscd, cupsd
    }

    struct Patience: Hashable, Sendable {
        let idle: Int
        let warning: Int
    }

    /// - Parameters:
    ///   - sheetTime: how long the printer takes for a sheet.
    ///   - codeLife: seconds that a code is valid.
    ///   - visitors: known to the store beside the usual sample people.
    ///   - machine: the readers of a machine in QEMU, where the kiosk is one.
    init(
        programs: Programs, sheetTime: Duration = .milliseconds(800), codeLife: Int = 300,
        visitors: [SamplePerson] = [], patience: Patience? = nil, player: [String]? = nil,
        acceptance: StoreProcess.Acceptance = .automatic, machine: [ReaderRole: String]? = nil
    ) throws {
        self.programs = programs
        self.patience = patience
        self.player = player
        directory = try RunDirectory(prefix: "hall")
        cards = try CardCorner(in: directory, visitors: visitors, machine: machine)
        store = try StoreProcess(
            program: programs.central, in: directory, samples: cards.samples, codeLife: codeLife,
            acceptance: acceptance)
        stick = try VirtualStick(in: directory)
        scanner = try VirtualScanner()
        network = try NetworkRelay(to: store.port)
        printRoom = try VirtualPrintRoom(sheetTime: sheetTime)
    }

    /// Starts every part; a failure says which, with the end of its log.
    func open() async throws {
        try await store.prepare()
        try await store.start()
        try await cards.open()
        try await printRoom.open()
        try KioskSettingsFile.write(for: self)
        watch = Task { [weak self] in
            while !Task.isCancelled {
                await self?.reviveWhatDied()
                try? await Task.sleep(for: .milliseconds(200))
            }
        }
    }

    /// Stops exactly what was started, and deletes what it left.
    func close() async {
        isClosing = true
        watch?.cancel()
        await watch?.value
        await cards.close()
        await printRoom.close()
        await store.stop()
        network.close()
        scanner.close()
        directory.remove()
    }

    nonisolated var kioskProgram: KioskTerminal.Program {
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm-256color"
        environment["PCSCLITE_CSOCK_NAME"] = cards.socket
        environment["SWIFT_BACKTRACE"] = "enable=no"
        return KioskTerminal.Program(
            executable: programs.kiosk,
            arguments: [
                "run", "--settings", KioskSettingsFile.path(in: directory), "--log", directory.path("kiosk.log"),
            ],
            environment: environment)
    }

    /// `kill -9` of one part; the kiosk is killed at its terminal.
    func kill(_ part: Part, kiosk: any KioskFront) async {
        switch part {
        case .kiosk: kiosk.kill()
        case .store: await store.kill()
        case .pcscd: await cards.killDaemon()
        case .cupsd: await printRoom.cups.kill()
        }
    }

    /// Whether what has died is started again at once.
    func attend(_ isAttended: Bool) { self.isAttended = isAttended }

    private func reviveWhatDied() async {
        guard !isClosing, isAttended else { return }
        do {
            if !store.isRunning { try await store.start() }
            try await cards.revive()
            if await !printRoom.cups.isRunning { try await printRoom.cups.start() }
            if await !printRoom.printer.isRunning { try await printRoom.printer.start() }
        } catch {
            // The next round tries again; what does not come back shows on the kiosk's screen.
        }
    }
}

/// Where the three programs of a build lie.
struct Programs: Sendable {
    let kiosk: String
    let central: String

    /// Beside this program.
    static var beside: Programs {
        let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        return Programs(
            kiosk: folder.appendingPathComponent("kiosk").path, central: folder.appendingPathComponent("central").path)
    }
}

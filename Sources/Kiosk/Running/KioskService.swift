import Appliance
import CentralAPI
import Core
import Foundation
import Screens
import ServiceLifecycle
import Storage
import Sync
import Terminal

/// The kiosk as a service: the loop, and the feeds that tell it what happens around the screen.
struct KioskService: Service {
    let live: Live
    let settings: KioskSettings
    /// See `Housekeeping`.
    let draftDays: Int
    let backend: any Backend
    /// Nil at a site whose file brings the certificate.
    var keeper: IdentityKeeper?

    func run() async throws {
        let loop = KioskLoop(
            model: KioskModel(settings: settings, now: live.ports.now(), seed: UInt64.random(in: .min ... .max)),
            backend: backend, speaker: live.speaker,
            pulse: Pulse(ServiceManager(environment: ProcessInfo.processInfo.environment)))
        let post = loop.post
        let runner = CommandRunner(ports: live.ports, post: post)
        let feeds = Task { await feed(post, runner) }
        defer { feeds.cancel() }
        let backend = backend
        await withGracefulShutdownHandler {
            await loop.run(runner)
        } onGracefulShutdown: {
            Task { await backend.close() }
        }
        await backend.close()
    }

    private func feed(_ post: @escaping @Sendable (Message) -> Void, _ runner: CommandRunner) async {
        await runner.resumePrinting()
        let devices = DeviceWatch()
        await withDiscardingTaskGroup { group in
            group.addTask {
                for await event in await live.ports.cards.events() {
                    devices.note(event)
                    post(.card(event))
                }
            }
            group.addTask { await followStore(post) }
            group.addTask { for await changes in live.feed.changes() { post(.changed(changes)) } }
            group.addTask { await followHeadphones(post) }
            group.addTask { await loadNames(into: runner.names) }
            group.addTask { await housekeeping(runner).run() }
            group.addTask { await followStick(post) }
            group.addTask { await tick(post) }
            group.addTask { await watchPrinter(post) }
            group.addTask { await reporter(runner, devices).run() }
            group.addTask { await keepIdentity(runner) }
        }
    }

    /// Tells the screens, and on the appliance whoever judges an update.
    private func followStore(_ post: @Sendable (Message) -> Void) async {
        let folder = ProcessInfo.processInfo.environment["RUNTIME_DIRECTORY"]
        for await isUp in live.client.reachability() {
            post(.network(isReachable: isUp))
            guard let folder else { continue }
            try? Data((isUp ? "up" : "down").utf8).write(
                to: URL(filePath: folder).appending(path: "store"), options: .atomic)
        }
    }

    /// Ends the screens when there is a new certificate to start with, once nobody is there.
    private func keepIdentity(_ runner: CommandRunner) async {
        guard let keeper else { return }
        await keeper.run()
        await runner.vacancy()
        if keeper.wantsRestart { await backend.close() }
    }

    private func reporter(_ runner: CommandRunner, _ devices: DeviceWatch) -> FleetReporter {
        let updates = UpdateFollower(
            folder: ReleaseFolder(ApplianceFolders.update), store: live.client, vacancy: { await runner.vacancy() },
            now: live.ports.now)
        let own = KioskSelf(
            ports: live.ports, devices: devices, troubles: runner.troubles, machine: settings.machine,
            appliance: { MachineReport.ofThisMachine }, updates: updates)
        // A desk has no updater, and its store means nothing for it.
        return FleetReporter(store: live.client, survey: { await own.report() }) { instructions in
            guard MachineReport.ofThisMachine != nil else { return }
            await updates.follow(instructions.release)
        }
    }

    private func housekeeping(_ runner: CommandRunner) -> Housekeeping {
        Housekeeping(
            storage: live.storage, now: live.ports.now, draftDays: draftDays, erase: { runner.eraseWhileVacant() })
    }

    /// A register that is being fetched comes in many pages: those of a few seconds make one index. A kiosk that has
    /// none yet takes its first page at once.
    private func loadNames(into names: NameSearch) async {
        let updates = live.register.updates()
        let (news, feed) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        feed.yield()
        await withDiscardingTaskGroup { group in
            group.addTask { for await _ in updates { feed.yield() } }
            group.addTask {
                for await _ in news {
                    guard let enterprises = try? await live.storage.enterprises(), !enterprises.isEmpty else {
                        continue
                    }
                    names.load(enterprises)
                    try? await Task.sleep(for: .seconds(5))
                }
            }
        }
    }

    /// Who plugs in headphones wants to hear; what was meant for them alone is not said aloud when they are pulled.
    private func followHeadphones(_ post: @Sendable (Message) -> Void) async {
        guard let speaker = live.speaker else { return }
        for await isIn in speaker.headphones.changes {
            if isIn { post(.act(.anywhere(.voice(true)))) } else { speaker.voice.hush() }
        }
    }

    private func followStick(_ post: @Sendable (Message) -> Void) async {
        guard let stick = live.ports.files.stick else { return }
        for await isIn in stick.presence() { post(.stick(isIn: isIn)) }
    }

    private func tick(_ post: @Sendable (Message) -> Void) async {
        while !Task.isCancelled {
            post(.tick(live.ports.now()))
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Tells the screens, and the staff of each new trouble.
    private func watchPrinter(_ post: @Sendable (Message) -> Void) async {
        var present: PrinterFault?
        while !Task.isCancelled {
            let fault = await live.ports.printer.condition()
            post(.printer(fault))
            if let fault, fault != present { Task { await live.ports.staff.ring(.fault(code: fault.advice.code)) } }
            present = fault
            try? await Task.sleep(for: .seconds(5))
        }
    }
}

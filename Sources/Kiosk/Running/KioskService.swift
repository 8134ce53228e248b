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
    let backend: any Backend

    func run() async throws {
        let loop = KioskLoop(
            model: KioskModel(settings: settings, now: live.ports.now(), seed: UInt64.random(in: .min ... .max)),
            backend: backend)
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
        await withDiscardingTaskGroup { group in
            group.addTask { for await event in await live.ports.cards.events() { post(.card(event)) } }
            group.addTask { for await isUp in live.client.reachability() { post(.network(isReachable: isUp)) } }
            group.addTask { for await change in live.feed.changes() { post(.changed([change])) } }
            group.addTask { await loadNames(into: runner.names) }
            group.addTask { await tick(post) }
            group.addTask { await watchPrinter(post) }
        }
    }

    private func loadNames(into names: NameSearch) async {
        names.load((try? await live.storage.enterprises()) ?? [])
        for await _ in live.register.updates() { names.load((try? await live.storage.enterprises()) ?? []) }
    }

    private func tick(_ post: @Sendable (Message) -> Void) async {
        while !Task.isCancelled {
            post(.tick(live.ports.now()))
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func watchPrinter(_ post: @Sendable (Message) -> Void) async {
        while !Task.isCancelled {
            post(.printer(await live.ports.printer.condition()))
            try? await Task.sleep(for: .seconds(5))
        }
    }
}

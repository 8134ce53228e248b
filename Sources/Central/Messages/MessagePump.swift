import Core
import Foundation
import Logging
import ServiceLifecycle

/// Sends what stands in the outbox of messages, one after another, until each has gone.
struct MessagePump: Service {
    let registry: Registry
    let gateway: any MessageGateway
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let rings = await registry.bells.messages.count
                do { try await sendDue() } catch { logger.error("messages", metadata: ["kind": "\(type(of: error))"]) }
                await registry.bells.messages.wait(after: rings, seconds: 5)
            }
        }
    }

    func sendDue() async throws {
        let due = try await registry.database.read { [now = registry.world.now()] in try $0.dueMessages(at: now) }
        for message in due {
            do {
                try await gateway.send(message)
                let now = registry.world.now()
                try await registry.database.write { try $0.markSent(message, at: now) }
            } catch {
                logger.warning("message not sent", metadata: ["attempt": "\(message.attempts + 1)"])
                // 2, 4, 8 … at most 300 seconds.
                let delay = min(300, Double(2 << min(message.attempts, 8)))
                let due = registry.world.now().addingTimeInterval(delay)
                try await registry.database.write { try $0.postpone(message, until: due) }
            }
        }
    }
}

extension MessagePump: Discreet {
    var description: String { "message pump" }
}

/// A graceful stop cancels the body; what it throws then is the end, not an error.
func cancelWhenGracefulShutdown(_ body: @escaping @Sendable () async -> Void) async {
    await withTaskGroup(of: Void.self) { group in
        group.addTask { await body() }
        group.addTask { try? await gracefulShutdown() }
        await group.next()
        group.cancelAll()
    }
}

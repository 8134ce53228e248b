import Appliance
import Core
import Foundation
import Sync
import Terminal

/// What stands where the welcome would be while the store has not certified this machine: A-05 and why.
struct EnrolmentScreen {
    let backend: any Backend
    /// One try; nil when it has come to a certificate.
    let enrol: @Sendable () async -> EnrolmentTrouble?
    /// Says that the program is ready as soon as this screen stands: the machine's network may wait for a screen.
    var pulse: Pulse?
    /// Between two tries; nil is the trouble's own.
    var pause: Duration?

    private enum Inbound: Sendable {
        case size(Size)
        case closed
        case trouble(EnrolmentTrouble)
        case enrolled
        case tick
    }

    /// Shows it until the machine is enrolled.
    /// - Returns: false when the terminal went before.
    func run() async -> Bool {
        let (inbound, feed) = AsyncStream.makeStream(of: Inbound.self)
        let feeding = Task { [backend, enrol, pause] in
            await withDiscardingTaskGroup { group in
                group.addTask { await Self.forward(backend.events, to: feed) }
                group.addTask { await Self.keepTrying(enrol, pause, feed) }
                group.addTask { await Self.tick(feed) }
            }
        }
        defer { feeding.cancel() }
        var (size, trouble, pulse): (Size?, EnrolmentTrouble, Pulse?) = (nil, .asking, pulse)
        for await event in inbound {
            switch event {
            case .closed: return false
            case .enrolled: return true
            case .size(let new): size = new
            case .trouble(let new): trouble = new
            case .tick: break
            }
            if case .tick = event {
                if size != nil { pulse?.beat(at: .now) }
            } else if let size {
                let notice = OutOfServiceNotice(.unenrolled, detail: "\(trouble.chinese)\n\(trouble.english)")
                await backend.present(Frame<Never>(notice.view, size: size).content, theme: .standard)
            }
        }
        return false
    }

    private static func forward(
        _ events: AsyncStream<[InputEvent]>, to feed: AsyncStream<Inbound>.Continuation
    ) async {
        for await batch in events {
            for event in batch {
                switch event {
                case .resize(let size): feed.yield(.size(size))
                case .closed: feed.yield(.closed)
                case .touch, .scroll, .key, .focus, .report: break
                }
            }
        }
        feed.yield(.closed)
    }

    private static func keepTrying(
        _ enrol: @Sendable () async -> EnrolmentTrouble?, _ pause: Duration?, _ feed: AsyncStream<Inbound>.Continuation
    ) async {
        while !Task.isCancelled {
            guard let trouble = await enrol() else {
                feed.yield(.enrolled)
                return
            }
            feed.yield(.trouble(trouble))
            try? await Task.sleep(for: pause ?? trouble.pause)
        }
    }

    private static func tick(_ feed: AsyncStream<Inbound>.Continuation) async {
        while !Task.isCancelled {
            feed.yield(.tick)
            try? await Task.sleep(for: .seconds(1))
        }
    }
}

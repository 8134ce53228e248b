import CardReader
import Core
import Foundation
import Testing
import VirtualDevices

/// Tests on a real pcscd. One at a time: libpcsclite remembers the first socket that a process used, so all of them
/// share one path.
@Suite(.serialized) enum RealReaders {}

/// The hall's readers behind a real pcscd, the kiosk's desk on them, and what the desk says.
struct CardHall: Sendable {
    let readers: VirtualCardDesk
    let desk: LiveCardDesk
    let directory: RunDirectory
    let pki: TestPKI

    func employersCard(tries: Int = 5) throws -> VirtualPIVCard {
        VirtualPIVCard(keys: try pki.cardKeys(for: SampleEnterprises.employer), tries: tries)
    }

    /// Lays a card on and waits until the desk says so.
    func place(_ card: any VirtualCard, on role: ReaderRole, _ log: EventLog) async throws {
        readers.place(card, on: role)
        try await log.expect([.placed(role)])
    }
}

/// Starts everything for one test, and ends it.
func withCardHall(
    patience: Duration = .seconds(10), _ body: (CardHall, EventLog) async throws -> Void
) async throws {
    let directory = SharedDirectory.value
    let readers = try await VirtualCardDesk.start(in: directory)
    for (name, value) in readers.daemon.environment { setenv(name, value, 1) }
    let desk = LiveCardDesk(binding: VirtualCardDesk.binding, patience: patience)
    let pki = try TestPKI(in: URL(fileURLWithPath: try directory.directory("pki")))
    let log = EventLog(await desk.events())
    do {
        try await body(CardHall(readers: readers, desk: desk, directory: directory, pki: pki), log)
    } catch {
        await readers.stop()
        throw error
    }
    await readers.stop()
}

/// Everything that the desk says, in order.
final class EventLog: Sendable {
    private let task: Task<Void, Never>

    init(_ stream: AsyncStream<CardEvent>) {
        let (inner, sink) = AsyncStream.makeStream(of: CardEvent.self)
        incoming = inner
        task = Task {
            for await event in stream { sink.yield(event) }
            sink.finish()
        }
    }

    private let incoming: AsyncStream<CardEvent>

    deinit { task.cancel() }

    /// Waits for exactly these events, next in turn.
    func expect(
        _ expected: [CardEvent], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var seen: [CardEvent] = []
        let clock = Task {
            try await Task.sleep(for: .seconds(10))
            task.cancel()
        }
        defer { clock.cancel() }
        for await event in incoming {
            seen.append(event)
            if seen.count == expected.count { break }
        }
        try #require(seen == expected, sourceLocation: sourceLocation)
    }
}

/// One directory for the whole process, removed when it ends.
private enum SharedDirectory {
    static let value: RunDirectory = {
        do {
            let directory = try RunDirectory(prefix: "cards")
            atexit { SharedDirectory.value.remove() }
            return directory
        } catch { preconditionFailure("no private directory in /tmp: \(error)") }
    }()
}

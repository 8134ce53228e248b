import Core
import Foundation
import Testing

@Suite struct PrintOrderTests {
    private static let job = PrintOrder.JobReference(device: "ipp://printer", jobID: 7, printerUpTime: 100)
    private static let seen = job.seen(asPrinterJob: 31)
    private static let later = Date(timeIntervalSince1970: 1_795_400_000)

    private static let states: [(name: String, way: [PrintOrder.Event])] = [
        ("ready", []), ("submitting", [.submit]), ("accepted", [.submit, .accept(job)]),
        ("seen", [.submit, .accept(job), .accept(seen)]),
        ("printed", [.submit, .accept(job), .print(at: later)]), ("failed", [.submit, .fail(reason: "aborted")]),
        ("cancelled", [.cancel]), ("unknown", [.submit, .lose]),
    ]
    private static let events: [(name: String, event: PrintOrder.Event)] = [
        ("submit", .submit), ("accept", .accept(job)), ("see", .accept(seen)), ("foundAbsent", .foundAbsent),
        ("print", .print(at: later)),
        ("fail", .fail(reason: "aborted")), ("cancel", .cancel), ("lose", .lose),
        ("confirmOut", .confirmOut(at: later)), ("confirmNotOut", .confirmNotOut),
    ]
    /// By hand; every other pair is refused.
    private static let expected: [String: [String: String]] = [
        "ready": ["submit": "submitting", "cancel": "cancelled"],
        "submitting": [
            "accept": "accepted", "see": "seen", "foundAbsent": "ready", "print": "printed", "fail": "failed",
            "cancel": "cancelled",
            "lose": "unknown",
        ],
        "accepted": [
            "accept": "accepted", "see": "seen", "foundAbsent": "ready", "print": "printed", "fail": "failed",
            "cancel": "cancelled", "lose": "unknown",
        ],
        "seen": ["see": "seen", "print": "printed", "fail": "failed", "cancel": "cancelled", "lose": "unknown"],
        "unknown": ["confirmOut": "printed", "confirmNotOut": "failed"],
    ]

    @Test func `each event in each state does what the ledger allows`() throws {
        for state in Self.states {
            for event in Self.events {
                let before = try order(state.way)
                var after = before
                let expected = Self.expected[state.name]?[event.name]
                do {
                    try after.apply(event.event)
                    #expect(name(after.state) == expected, "\(event.name) in \(state.name)")
                } catch {
                    #expect(expected == nil, "\(event.name) in \(state.name)")
                    #expect(after == before, "a refusal changes nothing")
                }
            }
        }
    }

    @Test func `open is what the printer may still act on`() throws {
        let open = try Self.states.filter { try order($0.way).isOpen }.map(\.name)
        #expect(open == ["ready", "submitting", "accepted", "seen"])
    }

    @Test func `an order that nobody can vouch for is never sent again by itself`() throws {
        let lost = try order([.submit, .lose])
        for event in Self.events where !event.name.hasPrefix("confirm") {
            var order = lost
            #expect(throws: PrintOrder.Refusal.self) { try order.apply(event.event) }
        }
    }

    private func order(_ way: [PrintOrder.Event]) throws -> PrintOrder {
        let id = try #require(UUID(uuidString: "00000000-0000-4000-8000-000000000009"))
        var order = PrintOrder(
            token: PrintToken(id), applicationID: ApplicationID(id), paper: try Sample.digest(1), pages: 1,
            copyNumber: 1,
            orderedAt: Self.later)
        for event in way { try order.apply(event) }
        return order
    }

    private func name(_ state: PrintOrder.State) -> String {
        switch state {
        case .ready: "ready"
        case .submitting: "submitting"
        case .accepted(let job): job.printerJobID == nil ? "accepted" : "seen"
        case .printed: "printed"
        case .failed: "failed"
        case .cancelled: "cancelled"
        case .unknown: "unknown"
        }
    }
}

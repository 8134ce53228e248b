import Foundation

/// Everything that one hall gives: starts and memory, card tools, papers, and a visit with its cards, keys and seal.
struct HallBench {
    let peers: BenchPeers
    let photo: String

    func run(into ledger: inout FigureLedger) async throws {
        let hall = try Hall(programs: .beside)
        do {
            try await hall.open()
            try await StartBench(hall: hall, peers: peers).run(into: &ledger)
            try await CardToolBench(hall: hall).run(into: &ledger)
            try await PaperBench(hall: hall, peers: peers, photo: photo).run(into: &ledger)
            try await KeyBench(peers: peers).measurePeers(into: &ledger)
            try await visit(hall, &ledger)
        } catch {
            await hall.close()
            throw error
        }
        await hall.close()
    }

    private func visit(_ hall: Hall, _ ledger: inout FigureLedger) async throws {
        let probe = try Probe(hall.kioskProgram)
        do {
            _ = try await probe.instant(of: StartBench.words)
            try await CardBench(hall: hall, probe: probe).run(into: &ledger)
            try await BenchVisit(hall: hall, probe: probe).run(into: &ledger)
            ledger.add("kiosk, peak memory after a whole visit", .megabytes, [probe.peakMemory])
        } catch {
            await probe.terminal.close()
            throw error
        }
        await probe.terminal.close()
    }
}

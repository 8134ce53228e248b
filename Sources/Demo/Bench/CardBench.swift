import Core
import VirtualDevices

/// From the card on the reader to its owner's data on the screen, and whose time that is.
struct CardBench {
    let hall: Hall
    let probe: Probe

    private static let repetitions = 4

    func run(into ledger: inout FigureLedger) async throws {
        let visit = BenchVisit(hall: hall, probe: probe)
        for _ in 0..<Self.repetitions {
            try await visit.touch("个人办理", until: "读卡之前")
            try await visit.touch("同意并继续", until: "请将身份证平放在读卡区")
            try await measure(into: &ledger)
            await hall.cards.remove(.identity)
            try await visit.goHome()
        }
    }

    private func measure(into ledger: inout FigureLedger) async throws {
        let placed = ContinuousClock.now
        await hall.cards.place(.identity)
        let shown = try await probe.instant(of: "请核对您的身份信息")
        guard let exchange = await hall.cards.exchange(.identity) else { return }
        let total = shown - placed
        let own = exchange.last - exchange.first
        ledger.add("identity card placed to identity on screen", .milliseconds, [total.milliseconds])
        ledger.add(
            "  pcscd notices the card (looks every 400 ms)", .milliseconds, [(exchange.first - placed).milliseconds])
        ledger.add("  exchange with the card", .milliseconds, [own.milliseconds])
        ledger.add("  commands to the card", .commands, [Double(exchange.commands)])
        ledger.add("  last command to screen", .milliseconds, [(shown - exchange.last).milliseconds])
        ledger.add("  share that is not the exchange", .percent, [100 * ((total - own) / total)])
    }
}

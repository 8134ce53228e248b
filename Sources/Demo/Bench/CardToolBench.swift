import Core

/// What lies on the enterprise's reader, told by our tool for technicians and by those of others, as whole processes.
struct CardToolBench {
    let hall: Hall

    private static let repetitions = 4

    func run(into ledger: inout FigureLedger) async throws {
        await hall.cards.place(.enterprise)
        // pcscd looks every 400 ms.
        try await Task.sleep(for: .milliseconds(1500))
        for _ in 0..<Self.repetitions {
            let own = try await measure(ours)
            ledger.add("kiosk card: enterprise card told", .milliseconds, [own.time])
            ledger.add("kiosk card: commands to the card", .commands, [own.commands])
            for (name, peer) in peers {
                let figure = try await measure(peer)
                ledger.add(peer: name, to: "kiosk card: enterprise card told", .milliseconds, [figure.time])
                ledger.add(peer: name, to: "kiosk card: commands to the card", .commands, [figure.commands])
            }
        }
        await hall.cards.remove(.enterprise)
        try await Task.sleep(for: .milliseconds(1000))
    }

    private var ours: BenchProcess {
        BenchProcess(
            hall.programs.kiosk, ["card", "--json", "--settings", KioskSettingsFile.path(in: hall.directory)])
    }

    private var peers: [(String, BenchProcess)] {
        let environment = ["PCSCLITE_CSOCK_NAME": hall.cards.socket]
        let reader = hall.cards.readerNames.enterprise
        return [
            (
                "yubico-piv-tool status",
                BenchProcess("/usr/bin/yubico-piv-tool", ["-r", reader, "-a", "status"], environment: environment)
            ),
            // Readers are counted with vpcd's second slots: the enterprise's first slot is number 2.
            (
                "pkcs15-tool -D",
                BenchProcess("/usr/bin/pkcs15-tool", ["-D", "--reader", "2"], environment: environment)
            ),
        ]
    }

    private func measure(_ process: BenchProcess) async throws -> (time: Double, commands: Double) {
        let before = await hall.cards.commands(.enterprise)
        let outcome = try await process.run()
        return (outcome.time.milliseconds, Double(await hall.cards.commands(.enterprise) - before))
    }
}

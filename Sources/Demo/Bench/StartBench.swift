/// From the start of the process to the welcome screen, and the memory that it then holds.
struct StartBench {
    let hall: Hall
    let peers: BenchPeers

    /// On the welcome screen, ours and the peers'.
    static let words = "个人办理"
    private static let repetitions = 3

    func run(into ledger: inout FigureLedger) async throws {
        // The first start reads the disk and makes the database.
        _ = try await start(hall.kioskProgram)
        for library in BenchPeers.TextUI.allCases { _ = try await start(peers.program(library, .welcome)) }
        for _ in 0..<Self.repetitions {
            let own = try await start(hall.kioskProgram)
            ledger.add("start to welcome screen", .milliseconds, [own.time])
            ledger.add("memory at welcome screen", .megabytes, [own.memory])
            for library in BenchPeers.TextUI.allCases {
                let peer = try await start(peers.program(library, .welcome))
                let name = library.rawValue
                ledger.add(peer: name, to: "start to welcome screen", .milliseconds, [peer.time])
                ledger.add(peer: name, to: "memory at welcome screen", .megabytes, [peer.memory])
            }
        }
    }

    private func start(_ program: KioskTerminal.Program) async throws -> (time: Double, memory: Double) {
        let probe = try Probe(program)
        do {
            let time = try await probe.startTime(until: Self.words)
            // Reader, printer and store are asked right after the first frame.
            try await Task.sleep(for: .milliseconds(800))
            let memory = probe.residentMemory
            await probe.terminal.close()
            return (time.milliseconds, memory)
        } catch {
            await probe.terminal.close()
            throw error
        }
    }
}

import ArgumentParser
import Foundation

/// `virtual-devices bench`: our figures and those of peers, in one run. script/bench makes the peers and calls it.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures the kiosk beside peers: start, memory, cards, keys, papers, sealing.")

    @Option(help: "How many halls are opened; each gives one visit and several starts, cards and keys.")
    var runs = 3

    @Option(help: "Where the figures go, as JSON.")
    var output: String?

    @Option(help: "Folder of the peers' programs.")
    var peers = "script/bench-peers"

    @Option(help: "The Python that has the peers' packages.")
    var python = ".build/bench-venv/bin/python"

    @Option(help: "JPEG that stands on the form.")
    var photo = "Sources/Central/Resources/sample-photo.jpg"

    func run() async throws {
        let peers = BenchPeers(python: absolute(python), folder: absolute(peers))
        var ledger = FigureLedger()
        for number in 1...max(1, runs) {
            Console.say("hall \(number) of \(max(1, runs))…")
            try await HallBench(peers: peers, photo: absolute(photo)).run(into: &ledger)
        }
        Console.say(ledger.table)
        guard let output else { return }
        try ledger.json().write(to: URL(fileURLWithPath: output))
        Console.say("figures: \(output)")
    }

    /// Not resolved: the Python of a virtual environment is a link, and knows by its place which it is.
    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}

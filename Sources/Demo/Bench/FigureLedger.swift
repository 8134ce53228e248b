import Foundation

/// All figures of a run: gathered over its halls, printed as a table, kept as JSON.
struct FigureLedger {
    private(set) var figures: [Figure] = []

    mutating func add(_ name: String, _ unit: Figure.Unit, _ values: [Double]) {
        figures[index(of: name, unit)].samples.add(values)
    }

    /// - Parameter name: of our figure, which this one stands beside.
    mutating func add(peer: String, to name: String, _ unit: Figure.Unit, _ values: [Double]) {
        let figure = index(of: name, unit)
        let place = figures[figure].peers.firstIndex { $0.name == peer } ?? figures[figure].peers.endIndex
        if place == figures[figure].peers.endIndex { figures[figure].peers.append((peer, Samples())) }
        figures[figure].peers[place].samples.add(values)
    }

    private mutating func index(of name: String, _ unit: Figure.Unit) -> Int {
        if let index = figures.firstIndex(where: { $0.name == name }) { return index }
        figures.append(Figure(name: name, unit: unit))
        return figures.endIndex - 1
    }

    /// A line a figure: median (min–max) and unit; then a peer, its median, and ours as a part of it.
    var table: String {
        let lines = figures.flatMap { figure in
            let own = [figure.name, Self.text(figure.samples), figure.unit.rawValue]
            let peers = figure.peers.map { peer in
                [
                    peer.name, Self.text(peer.samples),
                    String(format: "%.2f", figure.samples.median / peer.samples.median),
                ]
            }
            guard let first = peers.first else { return [own + ["", "", ""]] }
            return [own + first] + peers.dropFirst().map { ["", "", ""] + $0 }
        }
        return Self.aligned([["figure", "median (min–max)", "", "peer", "median (min–max)", "ours ÷ peer"]] + lines)
    }

    private static func text(_ samples: Samples) -> String {
        "\(number(samples.median)) (\(number(samples.least))–\(number(samples.most)))"
    }

    private static func number(_ value: Double) -> String {
        String(format: value < 10 && value != value.rounded() ? "%.2f" : "%.0f", value)
    }

    private static func aligned(_ lines: [[String]]) -> String {
        let widths = (lines.first ?? []).indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            let cells = zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(figures.map(FigureRecord.init))
    }
}

/// A figure as the JSON file has it.
private struct FigureRecord: Encodable {
    let name: String
    let unit: Figure.Unit
    let median: Double
    let samples: Samples
    let peers: [Peer]

    struct Peer: Encodable {
        let name: String
        let median: Double
        /// Ours divided by the peer's.
        let ratio: Double
        let samples: Samples
    }

    init(_ figure: Figure) {
        name = figure.name
        unit = figure.unit
        median = figure.samples.median
        samples = figure.samples
        peers = figure.peers.map { peer in
            Peer(
                name: peer.name, median: peer.samples.median, ratio: figure.samples.median / peer.samples.median,
                samples: peer.samples)
        }
    }
}

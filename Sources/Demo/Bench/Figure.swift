/// One figure of ours and the same figure of peers, from the same run.
struct Figure: Sendable {
    let name: String
    let unit: Unit
    var samples = Samples()
    /// In the order in which they came.
    var peers: [(name: String, samples: Samples)] = []

    enum Unit: String, Codable, Sendable {
        case milliseconds = "ms"
        case megabytes = "MB"
        case bytes = "B"
        case commands = "APDU"
        case percent = "%"
    }
}

/// What was measured, once a repetition.
struct Samples: Sendable, Encodable {
    private(set) var values: [Double] = []

    mutating func add(_ new: [Double]) { values += new }

    var median: Double { quantile(0.5) }
    var least: Double { values.min() ?? .nan }
    var most: Double { values.max() ?? .nan }

    /// - Parameter share: 0…1; between two samples the nearer one.
    func quantile(_ share: Double) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.indices.last else { return .nan }
        return sorted[Int((Double(last) * share).rounded())]
    }

    func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
}

extension Duration {
    var milliseconds: Double { self / .milliseconds(1) }
}

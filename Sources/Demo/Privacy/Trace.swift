/// Something of a person that must not stay behind.
struct Trace: Hashable, Sendable {
    /// What it is, for the report: `name of visitor 7`.
    let label: String
    let text: String
}

/// A trace that was found.
struct Finding: Hashable, Sendable {
    let trace: Trace
    let form: TextForm
    /// A mapping of memory or a file, and where in it.
    let place: String
    /// The bytes around it, printable ones as they are, for whoever looks for the cause.
    let surroundings: String

    var line: String { "\(trace.label) as \(form.rawValue) in \(place): \(surroundings)" }
}

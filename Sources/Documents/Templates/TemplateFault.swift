/// A mistake in a template: in which file, where in it, what is wrong, and what to do.
package struct TemplateFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// `body[3].style`; empty for the file as a whole.
    package let place: String
    package let problem: String
    package let remedy: String

    package init(file: String, place: String, problem: String, remedy: String) {
        self.file = file
        self.place = place
        self.problem = problem
        self.remedy = remedy
    }

    package var description: String {
        "\(file)\(place.isEmpty ? "" : ": \(place)"): \(problem); \(remedy)"
    }
}

/// More than one of them.
package struct TemplateFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let faults: [TemplateFault]

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}

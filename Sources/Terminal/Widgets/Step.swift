/// One stage of a way through several screens.
package struct Step: Hashable, Sendable {
    package enum Progress: Hashable, Sendable {
        case done
        case current
        case ahead
    }

    package var label: String
    package var progress: Progress

    package init(_ label: String, _ progress: Progress) {
        self.label = label
        self.progress = progress
    }

    /// All stages of a way that has come to the one at `current`, from 0.
    package static func way(_ labels: [String], current: Int) -> [Step] {
        labels.enumerated().map { index, label in
            Step(label, index < current ? .done : index == current ? .current : .ahead)
        }
    }

    var mark: String {
        switch progress {
        case .done: "✓"
        case .current: "▶"
        case .ahead: " "
        }
    }

    var style: Style {
        switch progress {
        case .done: .success
        case .current: .title
        case .ahead: .dim
        }
    }
}

import Core
import Foundation
import VirtualDevices

/// What came out of a walk, as the store and the printer say it; `summary.json`.
struct WalkSummary: Codable {
    let noticeNumber: String?
    let applicationID: String?
    /// As the store says.
    let state: String?
    /// Applications in the store, by the sample person.
    let applications: Int
    /// Counted at the printer.
    let sheets: Int
    /// By paper.
    let sha256: [String: String]
    /// By step, in the order of the walk.
    let seconds: [String: Double]

    enum Failure: Error, CustomStringConvertible {
        case notAsItShould([String])

        var description: String {
            switch self {
            case .notAsItShould(let problems): "the walk did not end as it should: " + problems.joined(separator: "; ")
            }
        }
    }

    /// Exactly one application, in the state that the flow leads to, the sheets and papers of it: else it says what is
    /// not so.
    func check(_ outcome: WalkOutcome) throws {
        var problems: [String] = []
        let expected = outcome.state == nil ? 0 : 1
        if applications != expected { problems.append("\(applications) applications in the store") }
        if state != outcome.state?.rawValue { problems.append("state is \(state ?? "unknown")") }
        if outcome.isPrinted, outcome.state != nil, noticeNumber == nil { problems.append("no notice number") }
        if sheets != outcome.sheets { problems.append("\(sheets) sheets printed") }
        for paper in outcome.papers where sha256[paper] == nil { problems.append("no \(paper).pdf") }
        guard problems.isEmpty else { throw Failure.notAsItShould(problems) }
    }
}

/// A line of a log that looks as if it held a person's number: logs hold none; should one ever do so by mistake, it is
/// neither shown nor carried away.
package enum PersonalTrace {
    package static let withheld = "(withheld: looks like a personal number)"

    /// An identity number, or a mobile number: runs of digits of their length. Identifiers of ours have letters or
    /// hyphens between.
    package static func isLikely(in line: some StringProtocol) -> Bool {
        line.split { !$0.isASCII || !($0.isNumber || $0 == "X" || $0 == "x") }.contains { run in
            switch run.count {
            case 18: run.dropLast().allSatisfy(\.isNumber)
            case 11: run.first == "1" && run.allSatisfy(\.isNumber)
            default: false
            }
        }
    }

    /// The line, or a word in its place.
    package static func withheld(_ line: some StringProtocol) -> String {
        isLikely(in: line) ? withheld : String(line)
    }
}

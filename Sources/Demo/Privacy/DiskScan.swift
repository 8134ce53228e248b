import Foundation

/// Whole folders on the disk: what their files hold, and how they are called.
struct DiskScan {
    let folders: [String]
    /// Whether a path below a folder is looked at.
    var isLookedAt: (String) -> Bool = { _ in true }

    func run(_ search: TraceSearch) -> ProcessScan.Outcome {
        var outcome = ProcessScan.Outcome()
        for folder in folders {
            let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            for path in paths where isLookedAt(path) { look(at: "\(folder)/\(path)", search, &outcome) }
        }
        return outcome
    }

    /// A folder has no bytes, and a file may go while it is looked for.
    private func look(at path: String, _ search: TraceSearch, _ outcome: inout ProcessScan.Outcome) {
        var bytes = Data(path.utf8)
        if let status = try? FileManager.default.attributesOfItem(atPath: path),
            status[.type] as? FileAttributeType == .typeRegular,
            let content = try? Data(contentsOf: URL(fileURLWithPath: path))
        {
            bytes += content
        }
        outcome.bytes += bytes.count
        outcome.findings += bytes.withUnsafeBytes { buffer in search.findings(in: buffer) { "\(path) at \($0)" } }
    }
}

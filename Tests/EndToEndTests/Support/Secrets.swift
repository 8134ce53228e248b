import Core
import Foundation
import VirtualDevices

/// What must not be left behind by a visit.
enum Secrets {
    static let number = SamplePeople.applicant.identity.number.text
    /// As the walk enters it.
    static let phone = "13800000001"
    static let all = [SamplePeople.applicant.identity.name, number, phone]

    /// The secrets that stand in these bytes, as UTF-8 or UTF-16.
    static func found(in bytes: Data) -> [String] {
        all.filter { secret in
            [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian].contains { encoding in
                secret.data(using: encoding).map { bytes.range(of: $0) != nil } ?? false
            }
        }
    }

    /// The files below a folder that hold or are named after a secret; each once, with what it holds.
    static func found(inFilesOf folder: String, where isLookedAt: (String) -> Bool) -> [String: [String]] {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var found: [String: [String]] = [:]
        for path in paths where isLookedAt(path) {
            // A folder has no bytes, and a file may go while it is looked for.
            let bytes = (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))) ?? Data()
            let secrets = Secrets.found(in: bytes + Data(path.utf8))
            if !secrets.isEmpty { found[path] = secrets }
        }
        return found
    }
}

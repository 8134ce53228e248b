import DurableFiles
import Foundation

/// What this machine has found out about its site files, kept beside them in `standing.json`.
package struct SiteStanding: Codable, Hashable, Sendable {
    /// The store has been reached by the file of this number.
    package var proved: Int?
    /// Numbers that are not taken again.
    package var failed: [Int] = []

    package init(proved: Int? = nil, failed: [Int] = []) {
        self.proved = proved
        self.failed = failed
    }

    private static let name = "standing.json"

    /// A machine that has found out nothing knows nothing.
    static func read(in folder: String) -> SiteStanding {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return SiteStanding() }
        return (try? JSONDecoder().decode(SiteStanding.self, from: data)) ?? SiteStanding()
    }

    func write(in folder: String) throws {
        try DurableFile.write(try JSONEncoder().encode(self), to: "\(folder)/\(Self.name)")
    }
}

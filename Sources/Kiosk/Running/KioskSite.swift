import Core
import Crypto
import Foundation
import Screens

/// What a technician reads of this machine and its place.
struct KioskSite: Sendable {
    /// Host and port of the store.
    let storeAddress: String
    let log: LogTail
    /// As receipts name it.
    var hall = ""

    func facts(kiosk: String) -> [KioskSurvey.Fact] {
        [
            KioskSurvey.Fact(.kiosk, kiosk), KioskSurvey.Fact(.store, storeAddress),
            KioskSurvey.Fact(.program, Self.program), KioskSurvey.Fact(.system, Self.system),
            KioskSurvey.Fact(.kernel, Self.kernel),
        ]
    }

    /// No version is written into the program: the beginning of its SHA-256 tells one build from another.
    static let program: String = {
        guard let data = try? Data(contentsOf: URL(filePath: "/proc/self/exe"), options: .mappedIfSafe) else {
            return "?"
        }
        return SHA256.hash(data: data).prefix(6).hex
    }()

    private static let system: String = {
        let release = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? ""
        let name = release.split(whereSeparator: \.isNewline).first { $0.hasPrefix("PRETTY_NAME=") }
        return name.map { $0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" } } ?? "?"
    }()

    private static let kernel =
        (try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8))?
        .trimmingCharacters(in: .whitespacesAndNewlines) ?? "?"
}

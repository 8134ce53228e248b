import Foundation
import Testing

/// pyHanko's opinion on signed forms: another program, another reading of the standards.
enum Witness {
    /// One line a signature; see `witness.py`.
    static func opinion(on form: [UInt8], roots: [[UInt8]], moment: String = "2026-11-22T12:00:00+08:00") throws
        -> [String]
    {
        let python = directory.appending(path: "bin/python").path
        try #require(
            FileManager.default.isExecutableFile(atPath: python), "no witness at \(python): run script/bootstrap")
        return try withFiles([form] + roots) { paths in
            let script = repositoryFile("Tests/DocumentsTests/Support/witness.py").path
            let command = try Command(python, [script, paths[0], moment] + paths.dropFirst())
            try #require(command.status == 0, "\(command.output)")
            return command.output.split(separator: "\n").map(String.init)
        }
    }

    private static var directory: URL {
        ProcessInfo.processInfo.environment["KIOSK_WITNESS"].map { URL(filePath: $0) }
            ?? repositoryFile(".build/witness")
    }
}

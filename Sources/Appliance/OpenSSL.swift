import Foundation

/// The program openssl: what it does is its own, and no library of it is linked here.
enum OpenSSL {
    /// - Returns: what it wrote to its standard output; nil when it was not content.
    static func run(_ arguments: [String]) -> Data? {
        let outcome = SystemProgram.run(
            "/usr/bin/openssl", arguments, environment: ["PATH": "/usr/bin:/bin", "OPENSSL_CONF": "/dev/null"])
        return outcome.flatMap { $0.isWell ? $0.output : nil }
    }

    /// The same for content that is only in memory: it lies in a file that nobody else reads for as long as it takes.
    static func run(on content: Data, _ arguments: (_ file: String) -> [String]) -> Data? {
        let file = FileManager.default.temporaryDirectory.appending(path: "kiosk-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        guard
            FileManager.default.createFile(atPath: file, contents: content, attributes: [.posixPermissions: 0o600])
        else { return nil }
        return run(arguments(file))
    }
}

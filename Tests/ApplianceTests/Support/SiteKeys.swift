import Foundation
import Testing

/// A site's certificate and key, made by openssl as image/make-keys does.
struct SiteKeys {
    let certificate: String
    let key: String

    init(in folder: URL, named name: String = "site") throws {
        certificate = folder.appending(path: "\(name).pem").path
        key = folder.appending(path: "\(name).key").path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", "2", "-subj",
            "/CN=Test site", "-keyout", key, "-out", certificate,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

package import Foundation

/// A file in CMS (RFC 5652) with its signature around it, checked by openssl, a program of its own.
package enum SignedFile {
    /// - Parameters:
    ///   - authority: PEM file of the certificate that must have signed.
    /// - Returns: what was signed; nil when the signature is not good.
    package static func content(of file: URL, authority: String) -> Data? {
        verified(file, authority: authority)
    }

    /// Whether `signature` (CMS, detached, DER) over `content` is the authority's.
    package static func isGood(_ signature: Data, over content: Data, authority: String) -> Bool {
        let folder = FileManager.default.temporaryDirectory.appending(path: "signed-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (text, sign) = (folder.appending(path: "content"), folder.appending(path: "signature"))
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try content.write(to: text)
            try signature.write(to: sign)
        } catch { return false }
        return verified(sign, ["-content", text.path], authority: authority) == content
    }

    /// The clock of a machine that was long without power is no judge of certificates; what has an end says so itself.
    private static func verified(_ signature: URL, _ more: [String] = [], authority: String) -> Data? {
        OpenSSL.run(
            ["cms", "-verify", "-binary", "-inform", "DER", "-in", signature.path] + more + [
                "-CAfile", authority, "-no-CApath", "-no-CAstore", "-purpose", "any", "-no_check_time",
            ])
    }

    /// Signs; for the desk where site files are made.
    package static func sign(_ content: Data, certificate: String, key: String) -> Data? {
        OpenSSL.run(on: content) { file in
            [
                "cms", "-sign", "-binary", "-nodetach", "-outform", "DER", "-md", "sha256", "-in", file, "-signer",
                certificate, "-inkey", key,
            ]
        }
    }
}

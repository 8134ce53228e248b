package import Foundation

/// A file in CMS (RFC 5652) that only the holder of a key opens: AES-256 for the content, its key for the certificate.
package enum SealedFile {
    /// - Parameter certificate: PEM file of who may open it.
    /// - Returns: DER; nil when openssl is not content.
    package static func seal(_ content: Data, for certificate: String) -> Data? {
        OpenSSL.run(on: content) { file in
            ["cms", "-encrypt", "-binary", "-aes256", "-outform", "DER", "-in", file, certificate]
        }
    }

    /// At the desk where the site's key is.
    /// - Returns: nil when it is no such file, or made for another key.
    package static func open(_ file: String, certificate: String, key: String) -> Data? {
        OpenSSL.run([
            "cms", "-decrypt", "-binary", "-inform", "DER", "-in", file, "-recip", certificate, "-inkey", key,
        ])
    }
}

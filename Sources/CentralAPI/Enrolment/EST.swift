package import Foundation

/// Enrolment over Secure Transport (RFC 7030), as far as kiosks need it: a certificate for a key that the machine has
/// made itself.
package enum EST {
    /// 4.1: the certificates of who issues, for everybody.
    package static let certificates = "/.well-known/est/cacerts"
    /// 4.2.1: with the kiosk's name and its one-use code by HTTP Basic (3.2.3).
    package static let enrol = "/.well-known/est/simpleenroll"
    /// 4.2.2: with the certificate that is to be renewed.
    package static let renew = "/.well-known/est/simplereenroll"

    package static let requestType = "application/pkcs10"
    package static let answerType = "application/pkcs7-mime"
    package static let realm = "kiosk"
    /// Bytes of a request, at most.
    package static let longestRequest = 16_384

    /// Base64 in lines, as RFC 2045 has it.
    package static func encode(_ der: Data) -> Data {
        Data((der.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]) + "\n").utf8)
    }

    /// Nil when it is no base64.
    package static func decode(_ body: Data) -> Data? {
        Data(base64Encoded: body.filter { !($0 == 10 || $0 == 13 || $0 == 32) })
    }
}

/// RFC 7617. What it holds is a secret.
package struct BasicCredentials: Hashable, Sendable {
    package let name: String
    package let code: WireSecret

    package init(name: String, code: WireSecret) { (self.name, self.code) = (name, code) }

    /// Nil for any other scheme.
    package init?(header: String) {
        let parts = header.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "basic", let data = Data(base64Encoded: String(parts[1])),
            let text = String(validating: data, as: UTF8.self)
        else { return nil }
        let words = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard words.count == 2 else { return nil }
        self.init(name: String(words[0]), code: WireSecret(String(words[1])))
    }

    package var header: String { "Basic " + Data("\(name):\(code.text)".utf8).base64EncodedString() }
}

package import Core
package import Foundation

// Requests and answers that are not Core values themselves.

/// A request without content: no parameter, and `{}` as a body.
package struct Nothing: Hashable, Sendable, Codable, URLParameters {
    package init() {}
    package init?(parameters: [String: String]) {}
    package var parameters: [(name: String, value: String)] { [] }
}

/// The card's answer to a challenge.
package struct ChallengeAnswer: Hashable, Sendable, Codable {
    package let challenge: EnterpriseChallenge
    /// DER of the card's authentication certificate.
    package let certificate: Data
    /// Over SHA-256 of the challenge bytes; ECDSA as DER, RSA as PKCS#1 v1.5.
    package let signature: Data

    package init(challenge: EnterpriseChallenge, certificate: Data, signature: Data) {
        self.challenge = challenge
        self.certificate = certificate
        self.signature = signature
    }
}

package struct PhoneCodeRequest: Hashable, Sendable, Codable {
    package let phone: PhoneNumber
    package init(phone: PhoneNumber) { self.phone = phone }
}

package struct PhoneProof: Hashable, Sendable, Codable {
    package let ticket: CodeTicket.ID
    package let code: WireSecret

    package init(ticket: CodeTicket.ID, code: WireSecret) {
        self.ticket = ticket
        self.code = code
    }
}

/// Nothing until one is registered.
package struct RegisteredSignature: Hashable, Sendable, Codable {
    package let mark: SignatureMark?
    package init(mark: SignatureMark?) { self.mark = mark }
}

/// In a body and not in the URL: logs on the way keep URLs.
package struct EnterpriseName: Hashable, Sendable, Codable {
    package let name: String
    package init(name: String) { self.name = name }
}

package struct UploadRequest: Hashable, Sendable, Codable {
    package let purpose: FilePurpose
    package init(purpose: FilePurpose) { self.purpose = purpose }
}

/// The bytes of a paper, named by their digest.
package struct PaperContent: Hashable, Sendable, Codable {
    package let content: Data
    package init(content: Data) { self.content = content }
}

/// An answer that is no JSON: its content type is `contentType`.
package struct RawBytes: Hashable, Sendable, Codable {
    package let content: Data
    package init(content: Data) { self.content = content }

    package static let contentType = "application/octet-stream"
}

/// A code or a release on its way over the wire; never printed.
package struct WireSecret: Hashable, Sendable, Codable, Discreet {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(_ secret: Secret) { text = secret.withBytes { String(decoding: $0, as: UTF8.self) } }

    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { "•••" }
}

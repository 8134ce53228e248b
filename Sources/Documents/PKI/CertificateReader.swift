package import Core
package import Foundation
package import SwiftASN1
package import X509

/// What a certificate says of its holder.
package struct CertificateReader: Sendable {
    /// Extensions, or attributes of the subject, that may hold a credit code: dotted identifiers, tried in order.
    package let creditCodeOIDs: [String]

    /// - Parameter creditCodeOIDs: of 法人一证通 unless a site says otherwise.
    package init(creditCodeOIDs: [String] = ["1.2.156.112570.11.210"]) {
        self.creditCodeOIDs = creditCodeOIDs
    }

    package func read(_ der: [UInt8]) throws(CertificateFinding) -> CertificateHolder {
        guard let signing = SigningCertificate(der: der) else { throw .unreadable }
        return holder(of: signing.certificate)
    }

    func holder(of certificate: Certificate) -> CertificateHolder {
        CertificateHolder(
            name: certificate.subject.text(of: .RDNAttributeType.commonName)
                ?? certificate.subject.text(of: .RDNAttributeType.organizationName) ?? "",
            serialNumber: certificate.subject.text(of: CertificateNames.serialNumber),
            creditCode: creditCode(of: certificate),
            serialHex: String(decoding: Hexadecimal.encode(certificate.serialNumber.bytes), as: UTF8.self),
            notBefore: certificate.notValidBefore,
            notAfter: certificate.notValidAfter)
    }

    private func creditCode(of certificate: Certificate) -> CreditCode? {
        for identifier in creditCodeOIDs.compactMap({ try? ASN1ObjectIdentifier(dotRepresentation: $0) }) {
            let texts = [
                certificate.extensions[oid: identifier].flatMap { Self.text($0.value) },
                certificate.subject.text(of: identifier),
            ]
            for text in texts.compactMap({ $0 }) {
                if let code = try? CreditCode(text) { return code }
            }
        }
        return nil
    }

    /// A string type of ASN.1, or the characters as they are: both occur.
    private static func text(_ value: ArraySlice<UInt8>) -> String? {
        guard let node = try? DER.parse(value), case .primitive(let content) = node.content else {
            return String(validating: value, as: UTF8.self)
        }
        switch node.identifier {
        case .utf8String, .printableString, .ia5String: return String(validating: content, as: UTF8.self)
        case .octetString: return text(content)
        default: return nil
        }
    }
}

package struct CertificateHolder: Hashable, Sendable {
    /// The common name: a person's, or an enterprise's.
    package let name: String
    /// The subject's serialNumber: the opaque number that the store gave a person.
    package let serialNumber: String?
    package let creditCode: CreditCode?
    /// The certificate's own serial number, lower-case hexadecimal.
    package let serialHex: String
    package let notBefore: Date
    package let notAfter: Date
}

extension CertificateHolder: Discreet {
    package var description: String { "certificate until \(CivilDate(shanghai: notAfter))" }
}

enum CertificateNames {
    static let serialNumber: ASN1ObjectIdentifier = [2, 5, 4, 5]
}

extension DistinguishedName {
    /// The value of the first attribute of this type, whichever string type holds it.
    package func text(of type: ASN1ObjectIdentifier) -> String? {
        lazy.flatMap { $0 }.first { $0.type == type }.flatMap { String($0.value) }
    }
}

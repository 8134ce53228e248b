import SwiftASN1
import X509

/// A PEM file of certificates of authorities: self-signed ones are where trust ends, the others lead there.
package struct AuthorityFile: Hashable, Sendable {
    /// DER.
    package let roots: [[UInt8]]
    /// DER.
    package let intermediates: [[UInt8]]

    package init(pem: String) throws {
        let documents = try PEMDocument.parseMultiple(pemString: pem)
        let all = try documents.map { (der: $0.derBytes, certificate: try Certificate(pemDocument: $0)) }
        roots = all.filter { $0.certificate.subject == $0.certificate.issuer }.map(\.der)
        intermediates = all.filter { $0.certificate.subject != $0.certificate.issuer }.map(\.der)
        guard !roots.isEmpty else { throw NoRoot() }
    }

    package struct NoRoot: Error, CustomStringConvertible {
        package var description: String { "no self-signed certificate" }
    }
}

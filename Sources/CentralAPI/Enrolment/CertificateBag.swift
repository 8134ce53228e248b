import SwiftASN1

/// Certificates and nothing else in PKCS#7 (RFC 7030, 4.1.3; RFC 5652, 5.1): signed data without a signer.
package struct CertificateBag: Hashable, Sendable {
    /// DER.
    package let certificates: [[UInt8]]

    package init(_ certificates: [[UInt8]]) { self.certificates = certificates }

    private static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 2]
    private static let data: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 1]
    private static let first = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)

    package init(der: [UInt8]) throws {
        certificates = try DER.sequence(try DER.parse(der), identifier: .sequence) { nodes in
            guard try ASN1ObjectIdentifier(derEncoded: &nodes) == Self.signedData else { throw Problem.other }
            return try DER.explicitlyTagged(&nodes, tagNumber: 0, tagClass: .contextSpecific) { node in
                try DER.sequence(node, identifier: .sequence) { nodes in
                    var found: [[UInt8]] = []
                    // Version, algorithms, content; then the certificates, before the signers.
                    while let node = nodes.next() {
                        guard node.identifier == Self.first, case .constructed(let inner) = node.content else {
                            continue
                        }
                        found = inner.map { Array($0.encodedBytes) }
                    }
                    return found
                }
            }
        }
    }

    package func encoded() throws -> [UInt8] {
        var serializer = DER.Serializer()
        try serializer.appendConstructedNode(identifier: .sequence) { info in
            try info.serialize(Self.signedData)
            try info.appendConstructedNode(identifier: Self.first) { content in
                try content.appendConstructedNode(identifier: .sequence) { signed in
                    try signed.serialize(1)
                    signed.appendConstructedNode(identifier: .set) { _ in }
                    try signed.appendConstructedNode(identifier: .sequence) { try $0.serialize(Self.data) }
                    try signed.appendConstructedNode(identifier: Self.first) { bag in
                        for certificate in certificates { bag.serialize(try DER.parse(certificate)) }
                    }
                    signed.appendConstructedNode(identifier: .set) { _ in }
                }
            }
        }
        return serializer.serializedBytes
    }

    private enum Problem: Error { case other }
}

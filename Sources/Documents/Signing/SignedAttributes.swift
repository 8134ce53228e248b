import Crypto
import SwiftASN1

/// The signed attributes of a PAdES signature (ETSI EN 319 142-1, 6.3): content type, digest of the content, digest of
/// the certificate. No signing time: PAdES keeps it in the signature dictionary.
enum SignedAttributes {
    /// DER of the SET OF: these bytes are signed.
    static func encode(digest: [UInt8], certificate: SigningCertificate) throws -> [UInt8] {
        var serializer = DER.Serializer()
        try serializer.serializeSetOf([
            try attribute(CMSIdentifiers.contentType) { try $0.serialize(CMSIdentifiers.data) },
            try attribute(CMSIdentifiers.messageDigest) {
                try $0.serialize(ASN1OctetString(contentBytes: digest[...]))
            },
            try attribute(CMSIdentifiers.signingCertificateV2) { try signingCertificate(certificate, into: &$0) },
        ])
        return serializer.serializedBytes
    }

    private static func attribute(
        _ type: ASN1ObjectIdentifier, _ value: (inout DER.Serializer) throws -> Void
    ) throws -> ASN1Any {
        var serializer = DER.Serializer()
        try serializer.appendConstructedNode(identifier: .sequence) { attribute in
            try attribute.serialize(type)
            try attribute.appendConstructedNode(identifier: .set, value)
        }
        return try ASN1Any(derEncoded: serializer.serializedBytes)
    }

    /// RFC 5035, 3: SHA-256 is the default, so the algorithm is left out.
    private static func signingCertificate(
        _ certificate: SigningCertificate, into serializer: inout DER.Serializer
    ) throws {
        try serializer.appendConstructedNode(identifier: .sequence) { value in
            try value.appendConstructedNode(identifier: .sequence) { certificates in
                try certificates.appendConstructedNode(identifier: .sequence) { identifier in
                    try identifier.serialize(ASN1OctetString(contentBytes: certificate.fingerprint[...]))
                }
            }
        }
    }
}

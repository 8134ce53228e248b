import SwiftASN1

/// A detached CMS signature of one signer (RFC 5652, 5.1).
struct CMSSignature {
    /// The signer's own first.
    let certificates: [SigningCertificate]
    /// DER of the SET OF.
    let attributes: [UInt8]
    let signature: [UInt8]

    func encoded() throws -> [UInt8] {
        var serializer = DER.Serializer()
        try serializer.appendConstructedNode(identifier: .sequence) { content in
            try content.serialize(CMSIdentifiers.signedData)
            try content.appendConstructedNode(identifier: .context(0)) { explicit in
                try explicit.appendConstructedNode(identifier: .sequence, signedData)
            }
        }
        return serializer.serializedBytes
    }

    private func signedData(into serializer: inout DER.Serializer) throws {
        try serializer.serialize(1)
        try serializer.appendConstructedNode(identifier: .set, Self.digestAlgorithm)
        try serializer.appendConstructedNode(identifier: .sequence) { try $0.serialize(CMSIdentifiers.data) }
        serializer.appendConstructedNode(identifier: .context(0)) { set in
            for der in certificates.map(\.der).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                set.serializeRawBytes(der)
            }
        }
        try serializer.appendConstructedNode(identifier: .set) { signers in
            try signers.appendConstructedNode(identifier: .sequence, signer)
        }
    }

    private func signer(into serializer: inout DER.Serializer) throws {
        guard let own = certificates.first else { return }
        try serializer.serialize(1)
        serializer.appendConstructedNode(identifier: .sequence) { identifier in
            identifier.serializeRawBytes(own.issuer)
            identifier.serializeRawBytes(own.serial)
        }
        try Self.digestAlgorithm(into: &serializer)
        // The SET OF is signed with its own tag and stored under [0].
        serializer.serializeRawBytes([0xA0] + attributes.dropFirst())
        try serializer.appendConstructedNode(identifier: .sequence) { algorithm in
            switch own.scheme {
            case .ecdsaP256: try algorithm.serialize(CMSIdentifiers.ecdsaWithSHA256)
            case .rsa:
                try algorithm.serialize(CMSIdentifiers.rsaEncryption)
                try algorithm.serialize(ASN1Null())
            }
        }
        try serializer.serialize(ASN1OctetString(contentBytes: signature[...]))
    }

    private static func digestAlgorithm(into serializer: inout DER.Serializer) throws {
        try serializer.appendConstructedNode(identifier: .sequence) { try $0.serialize(CMSIdentifiers.sha256) }
    }
}

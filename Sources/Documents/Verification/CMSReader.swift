import Crypto
import SwiftASN1

/// A CMS signature read back: one signer, detached, SHA-256.
struct CMSReader {
    let certificates: [SigningCertificate]
    let signer: SigningCertificate
    /// DER of the SET OF, as it was signed.
    let attributes: [UInt8]
    let signature: [UInt8]

    struct Malformed: Error {}

    /// - Parameter padded: the bytes of the hole; only zeros may follow the message.
    init(padded bytes: [UInt8]) throws {
        let message = try DER.parse(Self.message(in: bytes))
        var data: [ASN1Node] = []
        try DER.sequence(message, identifier: .sequence) { nodes in
            guard try ASN1ObjectIdentifier(derEncoded: &nodes) == CMSIdentifiers.signedData, let content = nodes.next()
            else { throw Malformed() }
            data = try Self.children(try Self.only(content, .context(0)))
        }
        // version, digestAlgorithms, encapContentInfo, [0] certificates, signerInfos
        guard data.count == 5, data[3].identifier == .context(0) else { throw Malformed() }
        guard try Self.children(data[2]).map(\.encodedBytes) == [Self.encoded(CMSIdentifiers.data)] else {
            throw Malformed()
        }
        certificates = try Self.children(data[3]).map { node in
            guard let certificate = SigningCertificate(der: Array(node.encodedBytes)) else { throw Malformed() }
            return certificate
        }
        let info = try Self.children(try Self.only(data[4], .set))
        // version, sid, digestAlgorithm, [0] signedAttrs, signatureAlgorithm, signature; nothing unsigned
        guard info.count == 6, info[3].identifier == .context(0),
            try Self.children(info[2]).first?.encodedBytes == Self.encoded(CMSIdentifiers.sha256)
        else { throw Malformed() }
        let names = try Self.children(info[1]).map(\.encodedBytes)
        guard let own = certificates.first(where: { [$0.issuer, $0.serial] == names }),
            try Self.algorithms(of: own.scheme).contains(Self.children(info[4]).first?.encodedBytes ?? [])
        else { throw Malformed() }
        signer = own
        attributes = [0x31] + info[3].encodedBytes.dropFirst()
        signature = Array(try ASN1OctetString(derEncoded: info[5]).bytes)
    }

    /// Whether this signature, by this certificate, covers content of this digest.
    func covers(_ digest: [UInt8]) -> Bool {
        // Written again from what they must say: any other set of attributes, or order, is not ours.
        let expected = try? SignedAttributes.encode(digest: digest, certificate: signer)
        return expected == attributes && signer.isValid(signature, over: attributes)
    }

    /// The DER message at the beginning, by its own length.
    private static func message(in bytes: [UInt8]) throws -> ArraySlice<UInt8> {
        guard bytes.count > 4, bytes[0] == 0x30, bytes[1] == 0x82 else { throw Malformed() }
        let length = 4 + Int(bytes[2]) << 8 + Int(bytes[3])
        guard length <= bytes.count, bytes[length...].allSatisfy({ $0 == 0 }) else { throw Malformed() }
        return bytes[..<length]
    }

    private static func children(_ node: ASN1Node) throws -> [ASN1Node] {
        guard case .constructed(let nodes) = node.content else { throw Malformed() }
        return Array(nodes)
    }

    private static func only(_ node: ASN1Node, _ identifier: ASN1Identifier) throws -> ASN1Node {
        let children = try children(node)
        guard node.identifier == identifier, children.count == 1 else { throw Malformed() }
        return children[0]
    }

    private static func encoded(_ identifier: ASN1ObjectIdentifier) throws -> ArraySlice<UInt8> {
        var serializer = DER.Serializer()
        try serializer.serialize(identifier)
        return serializer.serializedBytes[...]
    }

    private static func algorithms(of scheme: SignatureScheme) throws -> [ArraySlice<UInt8>] {
        switch scheme {
        case .ecdsaP256: [try encoded(CMSIdentifiers.ecdsaWithSHA256)]
        case .rsa: [try encoded(CMSIdentifiers.rsaEncryption), try encoded(CMSIdentifiers.sha256WithRSA)]
        }
    }
}

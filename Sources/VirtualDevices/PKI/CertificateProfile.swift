import Core
import Crypto
import Foundation
import SwiftASN1
import X509

/// What stands in a certificate, apart from key and issuer.
struct CertificateProfile {
    var subject: DistinguishedName
    var extensions: Certificate.Extensions
    var validFrom: Date
    var validUntil: Date

    /// Signs a certificate for a new key; without an issuer it signs itself.
    func issue(by issuer: Credential? = nil) throws -> Credential {
        let key = P256.Signing.PrivateKey()
        let publicKey = Certificate.PublicKey(key.publicKey)
        let issuerKey = Certificate.PublicKey((issuer?.key ?? key).publicKey)
        var extensions = extensions
        let authority = AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: issuerKey).keyIdentifier)
        try extensions.append(Certificate.Extension(SubjectKeyIdentifier(hash: publicKey), critical: false))
        try extensions.append(Certificate.Extension(authority, critical: false))
        let certificate = try Certificate(
            version: .v3, serialNumber: Self.serialNumber(), publicKey: publicKey, notValidBefore: validFrom,
            notValidAfter: validUntil, issuer: issuer?.certificate.subject ?? subject, subject: subject,
            extensions: extensions, issuerPrivateKey: Certificate.PrivateKey(issuer?.key ?? key))
        return Credential(certificate: certificate, key: key)
    }

    static func root(_ name: String, from: Date) throws -> Self {
        Self(
            subject: try DistinguishedName { CommonName(name) },
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
            },
            validFrom: from, validUntil: from + 10 * .year)
    }

    /// The store, as seen from the same machine.
    static func server(from: Date) throws -> Self {
        Self(
            subject: try DistinguishedName { CommonName("localhost") },
            extensions: try Certificate.Extensions {
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames([
                    .dnsName("localhost"), .dnsName(TestPKI.storeName),
                    .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
                ])
            },
            validFrom: from, validUntil: from + .year)
    }

    static func kiosk(_ name: String, from: Date) throws -> Self {
        Self(
            subject: try DistinguishedName { CommonName(name) },
            extensions: try Certificate.Extensions {
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.clientAuth])
            },
            validFrom: from, validUntil: from + .year)
    }

    /// A certificate of an enterprise's card: name in O and CN, number of the card, credit code in the extension
    /// that SHECA uses (docs: 1.2.156.112570.11.210, "证书中企业编码").
    static func enterprise(
        _ enterprise: Enterprise, _ purpose: EnterpriseKey, cardNumber: String, showsCode: Bool, from: Date
    ) throws -> Self {
        let subject = try DistinguishedName([
            try .init(type: .RDNAttributeType.countryName, printableString: "CN"),
            .init(type: .RDNAttributeType.organizationName, utf8String: enterprise.name),
            .init(type: .RDNAttributeType.commonName, utf8String: enterprise.name),
            try .init(type: [2, 5, 4, 5], printableString: cardNumber),  // serialNumber
        ])
        var extensions = try Certificate.Extensions {
            Critical(KeyUsage(digitalSignature: true, nonRepudiation: purpose == .seal))
        }
        if showsCode {
            var code = DER.Serializer()
            try code.serialize(ASN1UTF8String(enterprise.code.text))
            try extensions.append(
                Certificate.Extension(oid: creditCodeExtension, critical: false, value: code.serializedBytes[...]))
        }
        return Self(subject: subject, extensions: extensions, validFrom: from, validUntil: from + 3 * .year)
    }

    /// A staff card's certificate for card authentication: the role in OU, the staff number in serialNumber and CN.
    /// - Parameter showsRole: false leaves OU out.
    static func staff(_ member: StaffMember, showsRole: Bool, from: Date) throws -> Self {
        var names: [RelativeDistinguishedName.Attribute] = [
            try .init(type: .RDNAttributeType.countryName, printableString: "CN"),
            .init(type: .RDNAttributeType.organizationName, utf8String: "示例政务服务大厅"),
        ]
        if showsRole {
            names.append(.init(type: .RDNAttributeType.organizationalUnitName, utf8String: member.role.rawValue))
        }
        names.append(.init(type: .RDNAttributeType.commonName, utf8String: member.number))
        names.append(try .init(type: [2, 5, 4, 5], printableString: member.number))  // serialNumber
        return Self(
            subject: try DistinguishedName(names),
            extensions: try Certificate.Extensions {
                Critical(KeyUsage(digitalSignature: true))
            },
            validFrom: from, validUntil: from + 3 * .year)
    }

    /// 16 random octets: RFC 5280, 4.1.2.2 allows 20 at most, and some readers refuse a certificate with more.
    private static func serialNumber() -> Certificate.SerialNumber {
        Certificate.SerialNumber(bytes: (0..<16).map { _ in UInt8.random(in: .min ... .max) })
    }

    private static let creditCodeExtension: ASN1ObjectIdentifier = [1, 2, 156, 112_570, 11, 210]
}

extension TimeInterval {
    static let day: TimeInterval = 86_400
    static let year: TimeInterval = 365 * day
}

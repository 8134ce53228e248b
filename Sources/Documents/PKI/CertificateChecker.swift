package import Core
package import Foundation
import SwiftASN1
@_spi(FixedExpiryValidationTime) import X509

/// Whether a certificate is to be believed, and whether its key has signed something.
package struct CertificateChecker: Sendable {
    private let roots: [Certificate]

    /// - Parameter roots: DER of the certificates where trust ends.
    package init(roots: [[UInt8]]) throws(CertificateFinding) {
        self.roots = roots.compactMap { try? Certificate(derEncoded: $0) }
        guard self.roots.count == roots.count else { throw .unreadable }
    }

    /// Chain, validity and purpose at that moment.
    /// - Parameter intermediates: DER of certificates between this one and a root, in any order.
    package func check(_ der: [UInt8], intermediates: [[UInt8]] = [], at moment: Date)
        async throws(CertificateFinding)
    {
        guard let signing = SigningCertificate(der: der) else { throw .unreadable }
        let others = intermediates.compactMap { try? Certificate(derEncoded: $0) }
        guard others.count == intermediates.count else { throw .unreadable }
        try await check(signing.certificate, intermediates: others, at: moment)
    }

    /// Proof of possession: `signature` over SHA-256 of `message` by the certificate's key; ECDSA as DER, RSA as
    /// PKCS#1 v1.5.
    package static func verify(_ signature: [UInt8], over message: [UInt8], by der: [UInt8]) throws(CertificateFinding)
    {
        guard let signing = SigningCertificate(der: der) else { throw .unreadable }
        guard signing.isValid(signature, over: message) else { throw .keyNotProved }
    }

    func check(_ certificate: Certificate, intermediates: [Certificate], at moment: Date)
        async throws(CertificateFinding)
    {
        guard certificate.notValidBefore <= moment else { throw .notYetValid }
        guard moment <= certificate.notValidAfter else { throw .expired }
        guard certificate.isForSigning else { throw .untrusted }
        var verifier = Verifier(rootCertificates: CertificateStore(roots)) {
            RFC5280Policy(fixedExpiryValidationTime: moment)
            SoundAlgorithmsPolicy()
        }
        let result = await verifier.validate(leaf: certificate, intermediates: CertificateStore(intermediates))
        guard case .validCertificate = result else { throw .untrusted }
    }
}

extension Certificate {
    /// RFC 5280, 4.2.1.3: a certificate that states its uses must state signing; an authority's is not a signer's.
    fileprivate var isForSigning: Bool {
        if let constraints = try? extensions.basicConstraints, case .isCertificateAuthority = constraints {
            return false
        }
        guard let usage = try? extensions.keyUsage else { return extensions[oid: .X509ExtensionID.keyUsage] == nil }
        return usage.digitalSignature || usage.nonRepudiation
    }
}

/// A chain is as strong as its weakest signature: SHA-256 and stronger only.
private struct SoundAlgorithmsPolicy: VerifierPolicy {
    let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = []

    func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult {
        chain.contains { $0.signatureAlgorithm == .sha1WithRSAEncryption }
            ? .failsToMeetPolicy(reason: "SHA-1 in the chain") : .meetsPolicy
    }
}

import Core
import Crypto
package import Foundation

/// Signs a typeset form as PAdES does (ETSI EN 319 142-1): each signature is an incremental revision, the person's
/// first, then the enterprise's. The key is elsewhere, in a card or at a remote service; it signs a digest.
package enum FormSigning {
    /// - Parameters:
    ///   - pdf: from `PaperPress.applicationForm`, for the enterprise with the person's signature in it.
    ///   - certificates: DER, the signer's own first, then its chain; the root may be left out.
    ///   - at: the time that the signature claims.
    package static func prepare(
        _ pdf: [UInt8], field: SignatureField, appearance: SignatureAppearance, certificates: [[UInt8]], at: Date
    ) throws(SigningFault) -> SignaturePreparation {
        let chain = try chain(certificates)
        let draft = try draft(
            SignatureRevision(field: field, appearance: appearance, time: PDFTime(at)), on: pdf)
        var hash = SHA256()
        for part in draft.covered { hash.update(data: part) }
        guard let attributes = try? SignedAttributes.encode(digest: Array(hash.finalize()), certificate: chain[0])
        else {
            throw .certificateUnreadable
        }
        return SignaturePreparation(draft: draft, chain: chain, attributes: attributes)
    }

    private static func chain(_ certificates: [[UInt8]]) throws(SigningFault) -> [SigningCertificate] {
        let chain = certificates.compactMap(SigningCertificate.init(der:))
        guard !chain.isEmpty, chain.count == certificates.count else { throw .certificateUnreadable }
        return chain
    }

    private static func draft(_ revision: SignatureRevision, on pdf: [UInt8])
        throws(SigningFault) -> SignatureRevision.Draft
    {
        do {
            let file = try PDFFile(pdf)
            let fields = try DocumentCatalog(file).fields(of: file)
            guard fields[revision.field.rawValue]?.isSigned == false else { throw SigningFault.alreadySigned }
            if revision.field == .enterprise, fields[SignatureField.personal.rawValue]?.isSigned != true {
                throw SigningFault.personalSignatureMissing
            }
            return try revision.draft(on: file)
        } catch let fault as SigningFault {
            throw fault
        } catch {
            throw .formUnreadable
        }
    }
}

/// A form that waits for its signature.
package struct SignaturePreparation: Sendable {
    private let draft: SignatureRevision.Draft
    private let chain: [SigningCertificate]
    private let attributes: [UInt8]

    init(draft: SignatureRevision.Draft, chain: [SigningCertificate], attributes: [UInt8]) {
        self.draft = draft
        self.chain = chain
        self.attributes = attributes
    }

    /// What the key signs: SHA-256 of the CMS signed attributes, 32 bytes.
    package var digest: [UInt8] { Array(SHA256.hash(data: attributes)) }

    /// The signed file.
    /// - Parameter signature: over `digest`; ECDSA as DER, RSA as PKCS#1 v1.5. It is verified with the certificate
    ///   before it is embedded.
    package func complete(signature: [UInt8]) throws(SigningFault) -> [UInt8] {
        guard chain[0].isValid(signature, over: attributes) else { throw .signatureRejected }
        let message = CMSSignature(certificates: chain, attributes: attributes, signature: signature)
        guard let der = try? message.encoded() else { throw .certificateUnreadable }
        guard der.count <= SignatureRevision.capacity else { throw .tooLarge }
        var bytes = draft.bytes
        let start = draft.hole.lowerBound + 1
        bytes.replaceSubrange(start..<start + 2 * der.count, with: Hexadecimal.encode(der))
        return bytes
    }
}

extension SignaturePreparation: Discreet {
    package var description: String { "form waiting for its signature" }
}

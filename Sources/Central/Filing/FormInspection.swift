import Core
import Crypto
import Documents
import Foundation

/// The real `FormVerification`: every form is typeset again and compared, every signature verified to its root.
struct FormInspection: FormVerification {
    private let press: PaperPress
    private let verifier: SignatureVerifier

    init(press: PaperPress, personRoot: [UInt8], trust: EnterpriseTrust) throws(CertificateFinding) {
        self.press = press
        verifier = try SignatureVerifier(
            personRoots: [personRoot], enterpriseRoots: trust.authorities.roots, reader: trust.reader)
    }

    func checkPersonalSignature(
        _ pdf: Data, on registration: Registration, photo: Data?, certificate: Data, at now: Date
    ) async throws(SignatureFinding) {
        let form = try await verifier.verify(Array(pdf), at: now)
        guard form.person.certificate == Array(certificate) else { throw .wrongSigner }
        guard form.enterprise == nil else { throw .modifiedAfterSigning }
        guard try await base(of: registration, photo: photo) == form.base else { throw .otherContent }
    }

    func checkSeal(_ pdf: Data, over signed: Data, by code: CreditCode, at now: Date) async throws(SignatureFinding) {
        // The store holds the signed file already and has judged its content: the seal is one more revision of it.
        guard pdf.starts(with: signed) else { throw .otherContent }
        let form = try await verifier.verify(Array(pdf), at: now)
        guard let enterprise = form.enterprise else { throw .missing }
        guard enterprise.holder.creditCode == code else { throw .wrongSigner }
    }

    func signers(of pdf: Data, at moment: Date) async throws(SignatureFinding) -> [PaperSigner] {
        let form = try await verifier.verify(Array(pdf), at: moment)
        return [form.person, form.enterprise].compactMap { $0 }.map {
            PaperSigner(name: $0.holder.name, claimedAt: $0.signedAt)
        }
    }

    /// The digest of the file that this application's form gives, byte for byte the kiosk's.
    private func base(of registration: Registration, photo: Data?) async throws(SignatureFinding) -> PaperDigest? {
        guard let created = registration.savedAt else { throw .otherContent }
        let bytes: [UInt8]
        do {
            bytes = try await press.applicationForm(
                ApplicationFormContent(registration), photo: photo.map(Array.init), created: created)
        } catch {
            throw .otherContent
        }
        return PaperDigest(bytes: SHA256.hash(data: bytes))
    }
}

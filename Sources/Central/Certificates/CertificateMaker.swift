import Core
import Documents
import Foundation

/// Sets certificates and signs them with the issuing office's key.
struct CertificateMaker: Sendable {
    let press: PaperPress
    let office: IssuingOffice

    func make(_ content: CertificateContent, photo: Data, at now: Date) async throws -> Data {
        let blank = try await press.certificate(content, photo: Array(photo), created: now)
        let appearance = try await press.officeSeal(named: content.office.name, at: now)
        let preparation = try FormSigning.prepare(
            blank, field: .issuer, appearance: appearance, certificates: [office.certificate, office.root], at: now)
        return Data(try preparation.complete(signature: office.sign(preparation.digest)))
    }
}

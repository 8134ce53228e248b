import Core
import Foundation
import Testing

@testable import Central

struct CancellationTests {
    private func certificate() throws -> RegistrationCertificate {
        try Samples.certificate(issuedOn: Samples.day(2026, 1, 10))
    }

    @Test func `a sealed cancellation ends the registration, voids its certificate and has a notice`() async throws {
        try await withStore(automaticAcceptance: false) { store in
            let session = try await store.registered()
            let certificate = try certificate()
            try await store.registry.database.write { try $0.keepCertificate(certificate) }
            let form = CancellationForm(enterprise: Samples.enterprise(), reason: .leftEmployer, isDeclared: true)
            let saved = try await store.submit(
                .save(identity: try Samples.identity(), form: .cancellation(form)), ApplicationID(UUID())
            ).status()
            let sealed = try await store.signedAndSealed(saved.id)
            #expect(sealed.state == .cancelled)
            #expect(try await store.registry.notice(of: saved.id, for: session).number == sealed.noticeNumber)
            let number = try Samples.identity().number
            let kept = try await store.registry.database.read { try $0.certificate(of: number) }
            #expect(kept?.state == .void)
        }
    }

    @Test func `a cancellation is for the employer on the certificate`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let certificate = try certificate()
            try await store.registry.database.write { try $0.keepCertificate(certificate) }
            let form = CancellationForm(enterprise: Samples.enterprise(1), reason: .leftEmployer, isDeclared: true)
            let outcome = try await store.submit(
                .save(identity: try Samples.identity(), form: .cancellation(form)), ApplicationID(UUID()))
            #expect(outcome.refusal == .form([FormProblem(.enterprise, .differsFromRecord)]))
        }
    }
}

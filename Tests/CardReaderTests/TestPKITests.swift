import CardReader
import Core
import Foundation
import Testing
import VirtualDevices

/// OpenSSL judges the certificates of the virtual hall.
@Suite struct TestPKITests {
    @Test func `server and kiosk chain to the TLS root, each for its purpose`() async throws {
        try await withPKI { pki, directory in
            for (purpose, certificate) in [
                ("sslserver", pki.serverCertificate), ("sslclient", pki.kioskCertificate),
            ] {
                let arguments = ["verify", "-x509_strict", "-purpose", purpose, "-CAfile", pki.tlsRoot.path]
                #expect(try await openssl(arguments + [certificate.path], directory).contains(": OK"))
            }
            let names = try await openssl(
                ["x509", "-in", pki.serverCertificate.path, "-noout", "-ext", "subjectAltName"], directory)
            #expect(names.contains("DNS:localhost") && names.contains("IP Address:127.0.0.1"))
            let subject = try await openssl(
                ["x509", "-in", pki.kioskCertificate.path, "-noout", "-subject"], directory)
            #expect(subject.contains("CN = kiosk-001"))
        }
    }

    @Test(arguments: [
        (EnterpriseKey.authentication, "Digital Signature"), (.seal, "Digital Signature, Non Repudiation"),
    ])
    func `an enterprise's certificate names it and carries its code`(
        _ key: EnterpriseKey, _ usage: String
    ) async throws {
        try await withPKI { pki, directory in
            let path = try certificate(pki, key, nil)
            let verify = ["verify", "-x509_strict", "-CAfile", pki.enterpriseRoot.path, path]
            #expect(try await openssl(verify, directory).contains(": OK"))
            let text = try await openssl(
                ["x509", "-in", path, "-noout", "-text", "-nameopt", "utf8,sep_comma_plus"], directory)
            let name = SampleEnterprises.employer.name
            #expect(text.contains("O=\(name)") && text.contains("CN=\(name)") && text.contains("serialNumber=SH"))
            #expect(text.contains("1.2.156.112570.11.210"))
            #expect(text.contains(SampleEnterprises.employer.code.text))
            #expect(text.contains("\(usage)\n"))
        }
    }

    @Test(arguments: [
        (EnterpriseCardFlaw.expired, "certificate has expired"), (.notYetValid, "certificate is not yet valid"),
        (.foreignRoot, "verification failed"),
    ])
    func `a flawed certificate is refused for its flaw`(_ flaw: EnterpriseCardFlaw, _ reason: String) async throws {
        try await withPKI { pki, directory in
            let path = try certificate(pki, .seal, flaw)
            let verify = ["verify", "-CAfile", pki.enterpriseRoot.path, path]
            let fault = await #expect(throws: ServiceFault.self) { try await openssl(verify, directory) }
            #expect("\(fault as Any)".contains(reason))
        }
    }

    @Test func `keys are for this user alone, and stay the same`() async throws {
        try await withPKI { pki, directory in
            let keys = try pki.cardCredential(for: SampleEnterprises.employer, .seal)
            let again = try TestPKI(in: pki.directory)
            #expect(
                try again.cardCredential(for: SampleEnterprises.employer, .seal).certificateDER()
                    == keys.certificateDER())
            let files = try FileManager.default.contentsOfDirectory(atPath: pki.directory.path)
            #expect(files.count == 12)
            for file in files {
                let path = pki.directory.appendingPathComponent(file).path
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
        }
    }

    private func certificate(_ pki: TestPKI, _ key: EnterpriseKey, _ flaw: EnterpriseCardFlaw?) throws -> String {
        _ = try pki.cardCredential(for: SampleEnterprises.employer, key, flaw: flaw)
        let parts = ["enterprise", SampleEnterprises.employer.code.text, key.rawValue, flaw?.rawValue]
        return pki.directory.appendingPathComponent(parts.compactMap(\.self).joined(separator: "-") + ".pem").path
    }

    private func withPKI(_ body: (TestPKI, RunDirectory) async throws -> Void) async throws {
        let directory = try RunDirectory(prefix: "pki")
        defer { directory.remove() }
        try await body(try TestPKI(in: URL(fileURLWithPath: try directory.directory("pki"))), directory)
    }

    @discardableResult
    private func openssl(_ arguments: [String], _ directory: RunDirectory) async throws -> String {
        let log = directory.path("openssl-\(UUID().uuidString)")
        return try await ServiceProcess.Once("/usr/bin/openssl", arguments, log: log).output()
    }
}

import Core
import Crypto
import Documents
import Foundation
import Testing

@Suite struct VerificationTests {
    @Test func `a sealed form names its two signers, its content and the claimed times`() async throws {
        let sample = try SignedSample()
        let base = try await Press.form()
        let sealed = try await sample.sealed(
            sample.signed(base), at: Sample.noon.addingTimeInterval(3600))
        let form = try await sample.verifier().verify(sealed, at: Sample.noon)
        #expect(form.base == PaperDigest(bytes: SHA256.hash(data: base)))
        #expect(form.person.holder.name == "测试员甲")
        #expect(form.person.holder.serialNumber == SignedSample.holder)
        #expect(form.person.signedAt == Sample.noon)
        let enterprise = try #require(form.enterprise)
        #expect(enterprise.holder.name == "上海示例建筑设计有限公司")
        #expect(enterprise.holder.creditCode == (try Sample.enterprise().code))
        #expect(enterprise.signedAt == Sample.noon.addingTimeInterval(3600))
        #expect(enterprise.certificate == sample.enterpriseCertificate)
        try form.check(person: SignedSample.holder, enterprise: Sample.enterprise().code)
    }

    @Test func `before the seal there is no enterprise`() async throws {
        let sample = try SignedSample()
        let form = try await sample.verifier().verify(sample.signed(Press.form(.plain)), at: Sample.noon)
        #expect(form.enterprise == nil)
        try form.check(person: SignedSample.holder, enterprise: nil)
        #expect(throws: SignatureFinding.missing) {
            try form.check(person: SignedSample.holder, enterprise: Sample.enterprise().code)
        }
    }

    @Test func `an RSA card seals as well`() async throws {
        let sample = try SignedSample(enterpriseKey: TestKey.rsa())
        let form = try await sample.verifier().verify(
            sample.sealed(sample.signed(Press.form(.plain))), at: Sample.noon)
        #expect(form.enterprise != nil)
    }

    @Test func `another person or another enterprise is the wrong signer`() async throws {
        let other = try CreditCode("92371000MA3MXH0E3W")
        let sample = try SignedSample(.init(name: "上海另一家示例设计事务所", code: other.text))
        let form = try await sample.verifier().verify(
            sample.sealed(sample.signed(Press.form(.plain))), at: Sample.noon)
        #expect(throws: SignatureFinding.wrongSigner) {
            try form.check(person: SignedSample.holder, enterprise: Sample.enterprise().code)
        }
        #expect(throws: SignatureFinding.wrongSigner) { try form.check(person: "H-0002", enterprise: other) }
        try form.check(person: SignedSample.holder, enterprise: other)
    }

    @Test func `an edited form is other content, however well it is signed`() async throws {
        let sample = try SignedSample()
        let edited = try await sample.verifier().verify(sample.signed(Press.form(.renewal)), at: Sample.noon)
        #expect(edited.base != PaperDigest(bytes: SHA256.hash(data: try await Press.form(.plain))))
    }

    @Test func `a form without signatures misses them`() async throws {
        let sample = try SignedSample()
        await #expect(throws: SignatureFinding.missing) {
            try await sample.verifier().verify(Press.form(.plain), at: Sample.noon)
        }
    }

    @Test func `roots that do not belong are not trusted`() async throws {
        let sample = try SignedSample()
        let sealed = try await sample.sealed(sample.signed(Press.form(.plain)))
        let stranger = try TestAuthority().der
        for roots in [([stranger], [sample.enterpriseAuthority.der]), ([sample.personAuthority.root], [stranger])] {
            let verifier = try SignatureVerifier(personRoots: roots.0, enterpriseRoots: roots.1)
            await #expect(throws: SignatureFinding.untrusted) { try await verifier.verify(sealed, at: Sample.noon) }
        }
        // Each root vouches for its own kind only.
        let swapped = try SignatureVerifier(
            personRoots: [sample.enterpriseAuthority.der], enterpriseRoots: [sample.personAuthority.root])
        await #expect(throws: SignatureFinding.untrusted) { try await swapped.verify(sealed, at: Sample.noon) }
    }

    @Test func `a certificate is good within its days only`() async throws {
        let sample = try SignedSample()
        let signed = try await sample.signed(Press.form(.plain))
        for days in [-1.0, 800] {
            await #expect(throws: SignatureFinding.expired) {
                try await sample.verifier().verify(signed, at: Sample.noon.addingTimeInterval(days * 86_400))
            }
        }
    }

    @Test func `what prints a verified form names nobody`() async throws {
        let sample = try SignedSample()
        let form = try await sample.verifier().verify(
            sample.sealed(sample.signed(Press.form(.plain))), at: Sample.noon)
        var dumped = ""
        dump(form, to: &dumped)
        for text in ["\(form)", String(reflecting: form), dumped, "\(form.person)"] {
            #expect(!text.contains("测试员甲") && !text.contains("上海"))
        }
    }
}

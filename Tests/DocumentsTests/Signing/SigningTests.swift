import Core
import Documents
import Foundation
import Testing

@Suite struct SigningTests {
    enum Card: CaseIterable, Sendable { case p256, rsa }

    @Test(arguments: Card.allCases)
    func `pyHanko trusts both signatures and finds nothing modified`(_ card: Card) async throws {
        let sample = try SignedSample(enterpriseKey: card == .rsa ? TestKey.rsa() : TestKey.p256())
        let signed = try await sample.signed(Press.form())
        #expect(
            try Witness.opinion(on: signed, roots: sample.roots) == [
                "personal INTACT:TRUSTED ENTIRE_FILE NONE docmdp ok"
            ])
        let sealed = try await sample.sealed(signed)
        #expect(
            try Witness.opinion(on: sealed, roots: sample.roots) == [
                "personal INTACT:TRUSTED ENTIRE_REVISION FORM_FILLING docmdp ok",
                "enterprise INTACT:TRUSTED ENTIRE_FILE NONE docmdp ok",
            ])
    }

    @Test func `a chain travels with the seal`() async throws {
        let root = try TestAuthority()
        let between = try TestAuthority(name: "测试企业证书二级", under: root)
        let key = try TestKey.rsa()
        let sample = try SignedSample()
        let preparation = try FormSigning.prepare(
            await sample.signed(Press.form(.plain)), field: .enterprise,
            appearance: await Press.shared().enterpriseSeal(Sample.enterprise(), at: Sample.noon),
            certificates: [try between.issue(key), between.der], at: Sample.noon)
        let sealed = try preparation.complete(signature: key.sign(digest: preparation.digest))
        let roots = [sample.personAuthority.root, root.der]
        #expect(
            try Witness.opinion(on: sealed, roots: roots).last == "enterprise INTACT:TRUSTED ENTIRE_FILE NONE docmdp ok"
        )
        let verifier = try SignatureVerifier(personRoots: [roots[0]], enterpriseRoots: [roots[1]])
        #expect(try await verifier.verify(sealed, at: Sample.noon).enterprise != nil)
    }

    @Test func `a chain that does not fit into the field is refused`() async throws {
        let sample = try SignedSample()
        let preparation = try FormSigning.prepare(
            await Press.form(.plain), field: .personal,
            appearance: await Press.shared().personalMark(name: "测试员甲", at: Sample.noon),
            certificates: [sample.personCertificate] + Array(repeating: sample.enterpriseCertificate, count: 20),
            at: Sample.noon)
        #expect(throws: SigningFault.tooLarge) {
            try preparation.complete(signature: sample.personKey.sign(digest: preparation.digest))
        }
    }

    @Test func `pyHanko does not trust roots that it was not given`() async throws {
        let sample = try SignedSample()
        let opinion = try Witness.opinion(
            on: await sample.signed(Press.form(.plain)), roots: [try TestAuthority().der])
        #expect(opinion == ["personal INTACT:UNTRUSTED ENTIRE_FILE NONE docmdp not-ok"])
    }

    @Test func `poppler and qpdf read every stage`() async throws {
        let sample = try SignedSample()
        let base = try await Press.form()
        let signed = try await sample.signed(base)
        let sealed = try await sample.sealed(signed)
        for (stage, valid) in [(base, 0), (signed, 1), (sealed, 2)] {
            let check = try withFiles([stage]) { try Command("/usr/bin/qpdf", ["--check"] + $0) }
            #expect(check.status == 0)
            #expect(try popplerFindsValid(in: stage) == valid)
        }
    }

    @Test(arguments: Serials.allowed)
    func `poppler reads the certificates of every serial number that the authority issues`(
        _ serial: [UInt8]
    ) async throws {
        let sample = try SignedSample(.init(serial: serial), personSerial: serial)
        let sealed = try await sample.sealed(sample.signed(Press.form(.plain)))
        #expect(try popplerFindsValid(in: sealed) == 2)
    }

    // Not allowed, and unreadable for poppler; but cards that are out cannot be changed.
    @Test func `an enterprise's certificate with too long a serial number still seals`() async throws {
        let sample = try SignedSample(.init(serial: [UInt8](repeating: 0xFF, count: 20)))
        let sealed = try await sample.sealed(sample.signed(Press.form(.plain)))
        #expect(
            try Witness.opinion(on: sealed, roots: sample.roots).last
                == "enterprise INTACT:TRUSTED ENTIRE_FILE NONE docmdp ok")
        #expect(try await sample.verifier().verify(sealed, at: Sample.noon).enterprise != nil)
    }

    @Test func `each signature is appended and changes nothing before it`() async throws {
        let sample = try SignedSample()
        let base = try await Press.form()
        let signed = try await sample.signed(base)
        let sealed = try await sample.sealed(signed)
        #expect(signed.starts(with: base))
        #expect(sealed.starts(with: signed))
        #expect(sealed.count < 120_000)
    }

    @Test func `the seal shows on the sheet, in red, and takes no font along`() async throws {
        let sample = try SignedSample()
        let sealed = try await sample.sealed(sample.signed(Press.form()))
        let fonts = try withFiles([sealed]) { try Command("/usr/bin/pdffonts", $0).output }
        #expect(fonts.split(separator: "\n").count == 4, "two fonts under two lines of heading")
        let red = try withFiles([sealed]) { paths in
            let picture = paths[0] + ".picture"
            try #require(
                try Command("/usr/bin/pdftoppm", ["-r", "40", "-singlefile", paths[0], picture]).status == 0)
            let pixels = try Data(contentsOf: URL(filePath: picture + ".ppm"))
            return stride(from: 15, to: pixels.count - 2, by: 3)
                .count { pixels[$0] > 150 && pixels[$0 + 1] < 120 && pixels[$0 + 2] < 120 }
        }
        #expect(red > 150)
    }

    @Test(arguments: [
        "上海示例", "上海示例建筑设计有限公司", "上海示例特别长名称国际工程建筑规划景观设计咨询服务股份有限公司",
    ])
    func `a seal is made for short and long names`(_ name: String) async throws {
        let press = try Press.shared()
        let seal = try await press.enterpriseSeal(Sample.enterprise(name: name), at: Sample.noon)
        #expect(try await press.enterpriseSeal(Sample.enterprise(name: name), at: Sample.noon) == seal)
    }

    @Test func `a signature by another key is refused before it is embedded`() async throws {
        let sample = try SignedSample()
        let preparation = try await prepared(sample)
        for signature in [try TestKey.p256().sign(digest: preparation.digest), [], [0x30, 0x00]] {
            #expect(throws: SigningFault.signatureRejected) { try preparation.complete(signature: signature) }
        }
    }

    @Test func `a signature over another form is refused`() async throws {
        let sample = try SignedSample()
        let other = try await prepared(sample, base: Press.form(.renewal))
        let signature = try sample.personKey.sign(digest: other.digest)
        let preparation = try await prepared(sample)
        #expect(throws: SigningFault.signatureRejected) { try preparation.complete(signature: signature) }
    }

    @Test func `the person signs first, and each of both once`() async throws {
        let sample = try SignedSample()
        let base = try await Press.form(.plain)
        await #expect(throws: SigningFault.personalSignatureMissing) { try await sample.sealed(base) }
        let signed = try await sample.signed(base)
        await #expect(throws: SigningFault.alreadySigned) { try await sample.signed(signed) }
        let sealed = try await sample.sealed(signed)
        await #expect(throws: SigningFault.alreadySigned) { try await sample.sealed(sealed) }
    }

    @Test(arguments: [[], Array("%PDF-1.4".utf8), Array("junk".utf8)] as [[UInt8]])
    func `what is no form of ours is not signed`(_ pdf: [UInt8]) async throws {
        let sample = try SignedSample()
        await #expect(throws: SigningFault.formUnreadable) { try await sample.signed(pdf) }
    }

    @Test(arguments: [[], [[]], [[0x30, 0x00]]] as [[[UInt8]]])
    func `what is no certificate signs nothing`(_ certificates: [[UInt8]]) async throws {
        let mark = try await Press.shared().personalMark(name: "测试员甲", at: Sample.noon)
        let base = try await Press.form(.plain)
        #expect(throws: SigningFault.certificateUnreadable) {
            try FormSigning.prepare(
                base, field: .personal, appearance: mark, certificates: certificates, at: Sample.noon)
        }
    }

    /// How many signatures poppler finds intact, whoever made them.
    private func popplerFindsValid(in pdf: [UInt8]) throws -> Int {
        try withFiles([pdf]) { paths in
            let opinion = try Command("/usr/bin/pdfsig", ["-nocert"] + paths).output
            return opinion.split(separator: "\n").count { $0.hasSuffix("Signature Validation: Signature is Valid.") }
        }
    }

    private func prepared(_ sample: SignedSample, base: [UInt8]? = nil) async throws -> SignaturePreparation {
        let form: [UInt8]
        if let base { form = base } else { form = try await Press.form(.plain) }
        return try FormSigning.prepare(
            form, field: .personal, appearance: await Press.shared().personalMark(name: "测试员甲", at: Sample.noon),
            certificates: [sample.personCertificate], at: Sample.noon)
    }

    @Test func `a drawn signature is set as it was drawn, and always the same`() async throws {
        let strokes = [[(100, 500), (500, 100), (900, 500)], [(100, 900), (900, 900)]]
        let image = try SignatureImage(strokes.map { $0.map { SignatureImage.Point(x: $0.0, y: $0.1) } })
        let press = try Press.shared()
        let drawn = try await press.personalMark(name: "测试员甲", .drawn(image), at: Sample.noon)
        #expect(try await drawn == press.personalMark(name: "测试员甲", .drawn(image), at: Sample.noon))
        #expect(try await drawn != press.personalMark(name: "测试员甲", at: Sample.noon))
        let form = try await Press.form(.plain)
        let sample = try SignedSample()
        let signed = try await sample.signed(form, mark: .drawn(image))
        _ = try await sample.verifier().verify(sample.sealed(signed), at: Sample.noon)
        #expect(try Self.darkDots(signed) > 500 + Self.darkDots(form))
    }

    /// Of the first page at 72 dpi.
    private static func darkDots(_ pdf: [UInt8]) throws -> Int {
        try withFiles([pdf]) { paths in
            let command = try Command("/usr/bin/pdftoppm", ["-gray", "-singlefile", "-r", "144", paths[0], paths[0]])
            try #require(command.status == 0, "\(command.output)")
            return try Data(contentsOf: URL(filePath: paths[0] + ".pgm")).dropFirst(16).count { $0 < 160 }
        }
    }
}

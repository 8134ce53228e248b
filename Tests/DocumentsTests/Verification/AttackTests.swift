import Core
import Foundation
import Testing

@testable import Documents

/// What somebody might do to a sealed form on its way to the store.
@Suite struct AttackTests {
    enum Attack: CaseIterable, Sendable {
        case flippedInPage, flippedInPersonalSignature, flippedInSeal, pageStamped, appearanceSwapped, thirdSignature
        case emptyRevision, catalogRedirected, junkBehind, spaceBehind, truncated, upperCaseHole, filledHole
        case personalSignatureCut

        var findings: Set<SignatureFinding> {
            switch self {
            case .filledHole: [.broken]
            // The file's identifier is made from the content before it, so the revision no longer fits its base.
            case .flippedInPage, .flippedInPersonalSignature, .flippedInSeal, .upperCaseHole:
                [.broken, .modifiedAfterSigning]
            case .pageStamped, .appearanceSwapped, .thirdSignature, .emptyRevision, .catalogRedirected:
                [.modifiedAfterSigning]
            case .junkBehind, .spaceBehind, .truncated: [.unreadable]
            case .personalSignatureCut: [.unreadable, .modifiedAfterSigning]
            }
        }
    }

    @Test(arguments: Attack.allCases)
    func `an attack on the sealed form is found`(_ attack: Attack) async throws {
        let sample = try SignedSample()
        let base = try await Press.form()
        let signed = try await sample.signed(base)
        let sealed = try await sample.sealed(signed)
        _ = try await sample.verifier().verify(sealed, at: Sample.noon)
        let attacked = try Self.perform(attack, base: base, signed: signed, sealed: sealed)
        #expect(attacked != sealed)
        let finding = try await #require(throws: SignatureFinding.self) {
            try await sample.verifier().verify(attacked, at: Sample.noon)
        }
        #expect(attack.findings.contains(finding))
    }

    private static func perform(_ attack: Attack, base: [UInt8], signed: [UInt8], sealed: [UInt8]) throws -> [UInt8] {
        switch attack {
        case .flippedInPage: return try flip(sealed, at: #require(sealed.firstRange(of: "stream\n".utf8)?.upperBound))
        case .flippedInPersonalSignature: return flip(sealed, at: try hole(in: sealed[base.count...]) + 900)
        case .flippedInSeal: return flip(sealed, at: try hole(in: sealed[signed.count...]) + 900)
        case .pageStamped: return try revised(sealed, stampPage)
        case .appearanceSwapped: return try revised(sealed, swapAppearance)
        case .thirdSignature: return try revised(sealed, signThird)
        case .emptyRevision: return try revised(sealed) { _, _ in }
        case .catalogRedirected: return try revised(sealed, redirectCatalog)
        case .junkBehind: return sealed + Array("%junk\n".utf8)
        case .spaceBehind: return sealed + [0x20]
        case .truncated: return Array(sealed.dropLast(100))
        case .upperCaseHole:
            let start = try hole(in: sealed[signed.count...])
            let letter = try #require(sealed[start...].firstIndex { (97...102).contains($0) })
            return replaced(sealed, at: letter, with: sealed[letter] - 32)
        case .filledHole:
            // Behind the message, where only zeros may stand.
            return replaced(sealed, at: try hole(in: sealed[signed.count...]) + 16_000, with: 0x31)
        case .personalSignatureCut: return base + Array(sealed[signed.count...])
        }
    }

    private static func hole(in part: ArraySlice<UInt8>) throws -> Int {
        try #require(part.firstRange(of: "/Contents <".utf8)?.upperBound)
    }

    private static func replaced(_ bytes: [UInt8], at index: Int, with byte: UInt8) -> [UInt8] {
        var bytes = bytes
        bytes[index] = byte
        return bytes
    }

    private static func flip(_ bytes: [UInt8], at index: Int) -> [UInt8] {
        let isDigit = (48...57).contains(bytes[index])
        return replaced(bytes, at: index, with: isDigit ? 48 + (bytes[index] - 47) % 10 : bytes[index] ^ 1)
    }

    /// The form with one more revision, well made.
    private static func revised(_ pdf: [UInt8], _ change: (inout PDFRevision, PDFFile) throws -> Void) throws -> [UInt8]
    {
        let file = try PDFFile(pdf)
        var revision = PDFRevision(of: file)
        try change(&revision, file)
        return revision.written().bytes
    }

    private static func stampPage(_ revision: inout PDFRevision, _ file: PDFFile) throws {
        let page = try #require(DocumentCatalog(file).pages(of: file).first)
        var dictionary = try #require(file.object(page).value.dictionary)
        let stamp = revision.newNumber()
        revision.set(stamp, [:], stream: Array("0 0 200 200 re f".utf8))
        dictionary["Contents"] = .array([try #require(dictionary["Contents"]), .reference(stamp)])
        revision.set(page, .dictionary(dictionary))
    }

    private static func swapAppearance(_ revision: inout PDFRevision, _ file: PDFFile) throws {
        let seal = try #require(try DocumentCatalog(file).fields(of: file)["enterprise"])
        let look = revision.newNumber()
        revision.set(
            look, ["Subtype": .name("Form"), "BBox": .array([.integer(0), .integer(0), .integer(9), .integer(9)])],
            stream: [])
        var field = seal.dictionary
        field["AP"] = .dictionary(["N": .reference(look)])
        revision.set(seal.number, .dictionary(field))
    }

    private static func signThird(_ revision: inout PDFRevision, _ file: PDFFile) throws {
        let fields = try DocumentCatalog(file).fields(of: file)
        let spare = try #require(fields["dts"])
        var field = spare.dictionary
        field["V"] = fields["personal"]?.dictionary["V"]
        revision.set(spare.number, .dictionary(field))
    }

    private static func redirectCatalog(_ revision: inout PDFRevision, _ file: PDFFile) throws {
        let catalog = try DocumentCatalog(file)
        var root = catalog.dictionary
        root["OpenAction"] = .null
        revision.set(catalog.number, .dictionary(root))
    }

    @Test func `a seal without the person's signature under it counts for nothing`() async throws {
        let sample = try SignedSample()
        let file = try PDFFile(await Press.form(.plain))
        let seal = try await Press.shared().enterpriseSeal(Sample.enterprise(), at: Sample.noon)
        let draft = try SignatureRevision(field: .enterprise, appearance: seal, time: PDFTime(Sample.noon)).draft(
            on: file)
        await #expect(throws: SignatureFinding.missing) {
            try await sample.verifier().verify(draft.bytes, at: Sample.noon)
        }
    }

    @Test func `no byte of a sealed form can be changed`() async throws {
        let sample = try SignedSample()
        let sealed = try await sample.sealed(sample.signed(Press.form(.plain)))
        let verifier = try sample.verifier()
        for index in stride(from: 7, to: sealed.count, by: 1201) {
            let attacked = Self.replaced(sealed, at: index, with: sealed[index] ^ 0x10)
            await #expect(throws: SignatureFinding.self, "byte \(index)") {
                try await verifier.verify(attacked, at: Sample.noon)
            }
        }
    }

    @Test func `a form cut off anywhere is refused`() async throws {
        let sample = try SignedSample()
        let base = try await Press.form(.plain)
        let sealed = try await sample.sealed(sample.signed(base))
        let verifier = try sample.verifier()
        for length in stride(from: 0, to: sealed.count, by: 1999) where length != base.count {
            await #expect(throws: SignatureFinding.self, "\(length) bytes") {
                try await verifier.verify(Array(sealed.prefix(length)), at: Sample.noon)
            }
        }
    }

    @Test func `spliced, doubled and random bytes are refused and never crash`() async throws {
        var random = Xorshift(state: 0x9E37_79B9_7F4A_7C15)
        let sample = try SignedSample()
        let sealed = try await sample.sealed(sample.signed(Press.form(.plain)))
        let verifier = try sample.verifier()
        for round in 0..<150 {
            let attacked = Self.mutated(sealed, &random)
            guard attacked != sealed else { continue }
            await #expect(throws: SignatureFinding.self, "round \(round)") {
                try await verifier.verify(attacked, at: Sample.noon)
            }
        }
    }

    private static func mutated(_ bytes: [UInt8], _ random: inout Xorshift) -> [UInt8] {
        var bytes = bytes
        // Towards the end stand the revisions' tables and dictionaries.
        let from = Bool.random(using: &random) ? 0 : bytes.count - 3000
        let start = Int.random(in: from..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: for index in start..<end { bytes[index] = UInt8.random(in: 0...255, using: &random) }
        default: for index in start..<end where (48...57).contains(bytes[index]) { bytes[index] = 57 }
        }
        return bytes
    }
}

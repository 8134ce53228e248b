import Foundation
import Testing

@testable import Documents

@Suite struct PDFTests {
    @Test(arguments: [
        ("12", PDFValue.integer(12)), ("-3.50", .real("-3.50")), ("true", .boolean(true)), ("null", .null),
        ("/Name", .name("Name")), ("7 0 R", .reference(7)), ("(a(b)\\)c)", .string(Array("(a(b)\\)c)".utf8))),
        ("<48 65>", .string(Array("<48 65>".utf8))), ("[1 2 0 R/A]", .array([.integer(1), .reference(2), .name("A")])),
        ("<</A 1/B<</C[]>>>>", .dictionary(["A": .integer(1), "B": .dictionary(["C": .array([])])])),
        ("% note\n 5", .integer(5)),
    ])
    func `a value is read`(_ text: String, _ value: PDFValue) throws {
        var scanner = PDFScanner(Array(text.utf8), at: 0)
        #expect(try scanner.value() == value)
    }

    @Test(arguments: [
        "", "<<", "[1", "(open", "<4g>", "<</A 1/A 2>>", "<<1 2>>", "wrong", "1.2.3", "+-", "(a\\",
        String(repeating: "[", count: 100_000), String(repeating: "<</A", count: 100_000), "/\u{1}",
    ])
    func `what is no value is a fault`(_ text: String) {
        #expect(throws: PDFFault.self) {
            var scanner = PDFScanner(Array(text.utf8), at: 0)
            _ = try scanner.value()
        }
    }

    @Test(arguments: [
        (0.0, "0.00"), (12.345, "12.35"), (-0.5, "-0.50"), (841.89, "841.89"), (-12.004, "-12.00"), (0.999, "1.00"),
    ])
    func `a measure is written with two decimals`(_ number: Double, _ text: String) {
        #expect(PDFValue.number(number).encoded == Array(text.utf8))
    }

    @Test func `what is written is read again the same`() async throws {
        let file = try PDFFile(await Press.form())
        for number in 1..<file.size {
            let value = try file.object(number).value
            var scanner = PDFScanner(value.encoded, at: 0)
            #expect(try scanner.value() == value, "object \(number)")
        }
    }

    @Test(arguments: ["xref\n0 1\n", "startxref\n0\n", "startxref\n99999999999\n", "trailer\n<</Prev 9>>"])
    func `a file whose table leads nowhere is a fault`(_ body: String) {
        let bytes = Array("%PDF-1.4\n\(body)startxref\n9\n%%EOF\n".utf8)
        #expect(throws: PDFFault.self) { try PDFFile(bytes) }
    }

    @Test func `a chain of tables that turns back on itself ends`() {
        let bytes = Array("%PDF-1.4\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n".utf8)
        #expect(throws: PDFFault.self) { try PDFFile(bytes) }
    }

    @Test func `a stream whose length is itself, or longer than the file, is a fault`() {
        for length in ["1 0 R", "2 0 R", "3 0 R", "9999999999", "-1"] {
            let first = "1 0 obj\n<</Length \(length)>>\nstream\nx\nendstream\nendobj\n"
            let second = "2 0 obj\n<</Length 1 0 R>>\nstream\nx\nendstream\nendobj\n"
            let head = "%PDF-1.4\n"
            let table = """
                xref
                1 2
                00000000\(head.utf8.count + 10) 00000 n\u{20}
                00000000\(head.utf8.count + first.utf8.count + 10) 00000 n\u{20}
                trailer
                <</Size 3>>
                startxref
                \(head.utf8.count + first.utf8.count + second.utf8.count + 10)
                %%EOF

                """
            let padding = String(repeating: " ", count: 9) + "\n"
            #expect(throws: PDFFault.self) {
                try PDFFile(Array((head + padding + first + second + table).utf8)).object(1)
            }
        }
    }

    @Test func `random bytes and random values never crash the reader`() {
        var random = Xorshift(state: 0x1234_5678_9ABC_DEF1)
        let alphabet = Array("<>[]()/% 0123456789R.+-\nabfntruelsxoj\\".utf8)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            var scanner = PDFScanner(bytes, at: 0)
            if let value = try? scanner.value() { #expect(scanner.position <= bytes.count, "\(value)") }
            _ = try? PDFFile(Array("%PDF-1.4\n".utf8) + bytes + Array("\nstartxref\n9\n%%EOF\n".utf8))
        }
    }

    @Test(arguments: [0.0, 1_795_320_000, 951_782_399, 4_102_444_799, 1_709_164_800])
    func `a time reads back as it was written`(_ seconds: Double) {
        let time = PDFTime(Date(timeIntervalSince1970: seconds))
        #expect(PDFTime(time.value) == time)
    }

    @Test(arguments: [
        "(D:20261122120000+08'00')", "(D:20260229120000+08'00')", "(D:20261122126000+08'00')",
        "(D:20261122120000Z)", "()", "(D:2026112212000-+08'00')",
    ])
    func `only a time as this program writes it is read`(_ text: String) {
        let time = PDFTime(.string(Array(text.utf8)))
        #expect((time != nil) == (text == "(D:20261122120000+08'00')"))
        #expect(time.map { $0.date == Sample.noon } ?? true)
    }
}

import Core
import Foundation
import Testing

@Suite struct SignatureImageTests {
    private static let line = [(100, 500), (900, 520)]

    @Test(
        arguments: [
            ([], .empty), ([[]], .empty), ([[(500, 500)]], .tooSmall), ([[(500, 500), (560, 540)]], .tooSmall),
            ([line, []], .tooLong), ([[(0, 0), (1001, 500)]], .outside), ([[(0, -1), (900, 500)]], .outside),
            (Array(repeating: line, count: 101), .tooLong), ([Array(repeating: (1, 1), count: 5001)], .tooLong),
        ] as [([[(Int, Int)]], SignatureProblem)])
    func `what is no signature is refused by its reason`(strokes: [[(Int, Int)]], problem: SignatureProblem) {
        #expect(throws: problem) { try Self.image(strokes) }
    }

    @Test func `a signature travels as numbers, and says nothing of itself`() throws {
        let image = try Self.image([Self.line, [(400, 100), (420, 900)]])
        let data = try JSONEncoder().encode(image)
        #expect(String(decoding: data, as: UTF8.self) == "[[100,500,900,520],[400,100,420,900]]")
        #expect(try JSONDecoder().decode(SignatureImage.self, from: data) == image)
        #expect("\(image)" == "signature of 2 strokes")
        let mark = SignatureMark.drawn(image)
        #expect(try JSONDecoder().decode(SignatureMark.self, from: JSONEncoder().encode(mark)) == mark)
    }

    @Test(arguments: ["[]", "[[]]", "[[1,2,3]]", "[[0,0,2000,2000]]", "{}"])
    func `what is no signature does not come over the wire`(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(SignatureImage.self, from: Data(text.utf8)) }
    }

    private static func image(_ strokes: [[(Int, Int)]]) throws(SignatureProblem) -> SignatureImage {
        try SignatureImage(strokes.map { $0.map { SignatureImage.Point(x: $0.0, y: $0.1) } })
    }
}

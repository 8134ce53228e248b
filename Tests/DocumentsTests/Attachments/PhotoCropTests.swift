import Core
import Foundation
import Testing

@testable import Documents

@Suite struct PhotoCropTests {
    private let rules = AttachmentRules()

    private func sample() throws -> [UInt8] {
        Array(try Data(contentsOf: repositoryFile("Sources/Central/Resources/sample-photo.jpg")))
    }

    /// Noise, which no compression makes small.
    private func noise(_ width: Int, _ height: Int, quality: Int32 = 90) throws -> [UInt8] {
        var random = Xorshift(state: 5)
        let colours = (0..<width * height * 3).map { _ in UInt8.random(in: 90...160, using: &random) }
        let picture = PhotoPixels(width: width, height: height, colours: colours)
        return try #require(picture.jpeg(quality: quality))
    }

    @Test func `the sample is what a certificate needs`() throws {
        let file = try AttachmentInspection.examine(Data(sample()), as: .photo, rules)
        #expect(file.format == .jpeg && file.pages == nil)
    }

    @Test(arguments: [(600, 826), (800, 600), (413, 1200), (295, 413)])
    func `a larger photo is cut to the dots and bytes of a certificate`(width: Int, height: Int) throws {
        let photo = try noise(width, height)
        let cropped = try PhotoCrop.crop(photo, rules)
        let file = try AttachmentInspection.examine(Data(cropped), as: .photo, rules)
        #expect(rules.photoBytes.contains(file.byteCount))
        #expect(try PhotoCrop.crop(photo, rules) == cropped)
    }

    @Test func `a smaller one is refused with the measure, not enlarged`() throws {
        #expect(throws: AttachmentFinding.wrongMeasure(width: 295, height: 413)) {
            try PhotoCrop.crop(try noise(290, 500), rules)
        }
        #expect(throws: AttachmentFinding.wrongMeasure(width: 295, height: 413)) {
            try AttachmentInspection.examine(Data(try noise(600, 826, quality: 30)), as: .photo, rules)
        }
    }

    @Test func `what is no photo is refused`() throws {
        #expect(throws: AttachmentFinding.notJPEG) { try PhotoCrop.crop(Array("%PDF-1.4".utf8), rules) }
        #expect(throws: AttachmentFinding.damagedPhoto) { try PhotoCrop.crop(sample().dropLast(6000), rules) }
    }

    @Test func `dots are averaged, and the sides of a wide picture fall away`() {
        // Columns: white, black, black, white; the middle two stay.
        let row: [UInt8] = [255, 255, 255, 0, 0, 0, 0, 0, 0, 255, 255, 255]
        let picture = PhotoPixels(width: 4, height: 2, colours: row + row)
        #expect(picture.cut(to: 1, 1).colours == [0, 0, 0])
        let halves = PhotoPixels(width: 2, height: 2, colours: [0, 0, 0, 100, 100, 100, 0, 0, 0, 100, 100, 100])
        #expect(halves.cut(to: 1, 1).colours == [50, 50, 50])
    }
}

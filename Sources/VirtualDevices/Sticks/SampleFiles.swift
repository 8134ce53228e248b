package import Foundation

/// What the people of the demonstration bring, plainly fictitious.
package enum SampleFiles {
    /// A square photo, which a certificate needs cut.
    package static let photo = Data(PackageResources.phone_photo_jpg)

    /// The same picture with a comment in its file (ITU-T T.81 B.2.4.5).
    package static func photo(saying words: String) -> Data {
        let comment = Data(words.utf8.prefix(250))
        return photo.prefix(2) + Data([0xFF, 0xFE, 0, UInt8(comment.count + 2)]) + comment + photo.dropFirst(2)
    }

    package static let qualification = pdf(["SPECIMEN", "Qualification of a second-class architect", "JS2025001"])
    package static let education = pdf(["SPECIMEN", "Continuing education: 64 hours"])

    /// A one-inch photo in the corner of a sheet, as it lies on the glass of a scanner.
    package static let photoSheet = sheet(
        "q 0 743 71 99 re W n 99 0 0 99 -14 743 cm /P Do Q\n", picture: (photo, photoDots))

    /// A name written with a pen in the middle of a white sheet.
    package static let signatureSheet = sheet(
        """
        4 w 1 J 150 500 m 210 500 l S 180 530 m 180 440 l S 155 445 m 208 447 l S
        260 525 m 250 480 l 225 440 l S 255 500 m 290 440 l S
        330 520 m 390 518 l 386 450 l 332 452 l 330 520 l S

        """)

    /// One page of A4 with these lines. ASCII.
    package static func pdf(_ lines: [String]) -> Data {
        let shown = lines.map { "(\($0)) Tj 0 -28 Td" }.joined(separator: "\n")
        return sheet("0.9 0.95 1 rg 40 40 515 762 re f 0 g BT /F1 20 Tf 80 700 Td\n\(shown)\nET\n")
    }

    /// Dots of each side of `photo`.
    private static let photoDots = 1200

    /// A page of A4.
    /// - Parameter picture: a square JPEG that the content calls P, and its dots.
    private static func sheet(_ content: String, picture: (jpeg: Data, dots: Int)? = nil) -> Data {
        let resources = "<</Font<</F1 5 0 R>>\(picture == nil ? "" : "/XObject<</P 6 0 R>>")>>"
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources\(resources)>>",
            "<</Length \(content.utf8.count)>>\nstream\n\(content)endstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        if let (jpeg, dots) = picture { objects.append(image(jpeg, dots)) }
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += "\(String("0000000000\(offset)".suffix(10))) 00000 n \n" }
        text += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
        return Data(text.utf8)
    }

    /// In hexadecimal, so that the file stays text.
    private static func image(_ jpeg: Data, _ dots: Int) -> String {
        let digits = jpeg.map { String("0\(String($0, radix: 16))".suffix(2)) }.joined()
        return """
            <</Type/XObject/Subtype/Image/Width \(dots)/Height \(dots)/BitsPerComponent 8/ColorSpace/DeviceRGB\
            /Filter[/ASCIIHexDecode/DCTDecode]/Length \(digits.count + 1)>>
            stream
            \(digits)>
            endstream
            """
    }
}

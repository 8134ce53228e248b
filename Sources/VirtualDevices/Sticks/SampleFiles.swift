package import Foundation

/// What the people of the demonstration bring, plainly fictitious.
package enum SampleFiles {
    /// A square photo, which a certificate needs cut.
    package static let photo = Data(PackageResources.phone_photo_jpg)

    package static let qualification = pdf(["SPECIMEN", "Qualification of a second-class architect", "JS2025001"])
    package static let education = pdf(["SPECIMEN", "Continuing education: 64 hours"])

    /// One page of A4 with these lines. ASCII.
    package static func pdf(_ lines: [String]) -> Data {
        let shown = lines.map { "(\($0)) Tj 0 -28 Td" }.joined(separator: "\n")
        let content = "0.9 0.95 1 rg 40 40 515 762 re f 0 g BT /F1 20 Tf 80 700 Td\n\(shown)\nET\n"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length \(content.utf8.count)>>\nstream\n\(content)endstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
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
}

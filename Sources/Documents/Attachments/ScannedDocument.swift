package import Core
package import Foundation

/// Scanned pages as one PDF that a form takes.
package struct ScannedDocument: Hashable, Sendable {
    package let pdf: Data
    /// Dots an inch to which the pages had to be brought so that the file is not too large; nil when they are as scanned.
    package let reducedTo: Int?

    /// Coarser than this nobody reads a stamp.
    private static let resolutions = [150, 100, 75]
    private static let quality: Int32 = 75

    /// - Parameter limit: bytes of the file.
    /// - Throws: `damagedPhoto` for a page that is no JPEG, `tooLarge` when no resolution that can be read suffices,
    ///   `noPages` without any.
    package init(of pages: [ScannedPage], limit: Int) throws(AttachmentFinding) {
        guard !pages.isEmpty else { throw .noPages }
        let asScanned = try Self.pdf(of: pages)
        if asScanned.count <= limit {
            (pdf, reducedTo) = (asScanned, nil)
            return
        }
        let finest = pages.map(\.resolution).max() ?? 0
        for resolution in Self.resolutions where resolution < finest {
            var coarser: [ScannedPage] = []
            for page in pages { coarser.append(try Self.reduced(page, to: resolution)) }
            let file = try Self.pdf(of: coarser)
            guard file.count <= limit else { continue }
            (pdf, reducedTo) = (file, resolution)
            return
        }
        throw .tooLarge(limit: limit)
    }

    private static func reduced(_ page: ScannedPage, to resolution: Int) throws(AttachmentFinding) -> ScannedPage {
        guard page.resolution > resolution else { return page }
        let jpeg = Array(page.jpeg)
        let photo = try photo(jpeg)
        let width = max(1, photo.width * resolution / page.resolution)
        let height = max(1, photo.height * resolution / page.resolution)
        let pixels = try PhotoPixels(jpeg: jpeg, atLeast: width, height)
        guard let smaller = pixels.cut(to: width, height).jpeg(quality: quality) else { throw .damagedPhoto }
        return ScannedPage(jpeg: Data(smaller), resolution: resolution)
    }

    private static func photo(_ jpeg: [UInt8]) throws(AttachmentFinding) -> Photo {
        do { return try Photo(jpeg) } catch { throw .damagedPhoto }
    }

    // MARK: The file

    /// Each page is its JPEG as it is, at its own size on paper (PDF 1.4: DCTDecode).
    private static func pdf(of pages: [ScannedPage]) throws(AttachmentFinding) -> Data {
        var file = PlainPDF()
        let kids = pages.indices.map { "\(3 + $0 * 3) 0 R" }.joined(separator: " ")
        file.add("<</Type/Catalog/Pages 2 0 R>>")
        file.add("<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>")
        for (index, page) in pages.enumerated() {
            let photo = try photo(Array(page.jpeg))
            let first = 3 + index * 3
            let (width, height) = (points(photo.width, page), points(photo.height, page))
            file.add(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(width) \(height)]/Contents \(first + 1) 0 R"
                    + "/Resources<</XObject<</P \(first + 2) 0 R>>>>>>")
            file.add("", stream: Data("q \(width) 0 0 \(height) 0 0 cm /P Do Q".utf8))
            file.add(
                "/Type/XObject/Subtype/Image/Width \(photo.width)/Height \(photo.height)/BitsPerComponent 8"
                    + "/ColorSpace/\(photo.isGrey ? "DeviceGray" : "DeviceRGB")/Filter/DCTDecode", stream: page.jpeg)
        }
        return file.finished()
    }

    /// 72 to the inch.
    private static func points(_ dots: Int, _ page: ScannedPage) -> Int {
        max(1, (dots * 72 + page.resolution / 2) / max(1, page.resolution))
    }
}

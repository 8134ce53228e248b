package import Core

/// A signature out of a picture of it.
package enum SignaturePicture {
    /// Dots across that are enough to follow a pen.
    private static let width = 1200

    /// - Parameter jpeg: whatever came as a picture; it is trusted in nothing.
    package static func signature(in jpeg: [UInt8]) throws(SignaturePictureProblem) -> SignatureImage {
        guard jpeg.starts(with: [0xFF, 0xD8, 0xFF]), let page = try? PhotoCrop.picture(of: jpeg, width: width),
            let picture = GreyPicture(page)
        else { throw .notJPEG }
        return try SignatureImage(of: picture)
    }
}

extension GreyPicture {
    /// Brightness as Rec. 601 weighs it.
    fileprivate init?(_ page: DrawnPage) {
        let dots = (0..<page.width * page.height).map { dot in
            let (red, green, blue) = (
                Int(page.colours[dot * 3]), Int(page.colours[dot * 3 + 1]), Int(page.colours[dot * 3 + 2])
            )
            return UInt8((red * 299 + green * 587 + blue * 114) / 1000)
        }
        self.init(width: page.width, height: page.height, dots: dots)
    }
}

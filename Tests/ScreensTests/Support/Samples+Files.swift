import Core
import Foundation
import Terminal

@testable import Screens

extension Samples {
    static let folder = SourceFolder(
        entries: [
            SourceEntry(name: "证书", content: .folder),
            SourceEntry(name: "二建资格证书扫描件.pdf", content: .file(.pdf, byteCount: 150_000)),
            SourceEntry(name: "large.pdf", content: .file(.pdf, byteCount: 3_000_000)),
            SourceEntry(name: "letter.doc", content: .file(nil, byteCount: 20_000)),
            SourceEntry(name: "photo.jpg", content: .file(.jpeg, byteCount: 4_000_000)),
        ], isCutOff: false)

    static func foundScan() throws -> FoundFile {
        FoundFile(kind: .qualificationScan, file: try scan(), content: Data("%PDF".utf8), picture: page)
    }

    static func foundPhoto(isCropped: Bool = true) throws -> FoundFile {
        FoundFile(
            kind: .photo, file: FileReference(digest: try digest(0xBB), format: .jpeg, byteCount: 40_000),
            content: Data([0xFF, 0xD8]), picture: portrait, original: isCropped ? page : nil)
    }

    static let scannedPage = ScannedPage(jpeg: Data([0xFF, 0xD8, 0xFF]), resolution: 200)

    static func scanned(reducedTo resolution: Int? = nil) throws -> FoundFile {
        FoundFile(
            kind: .qualificationScan, file: try scan(), content: Data("%PDF".utf8), picture: page,
            scan: ScanOrigin(pages: [scannedPage], reducedTo: resolution))
    }

    static func hand() throws -> SignatureImage {
        try SignatureImage(
            [
                [(100, 200), (300, 200)], [(200, 100), (200, 900)], [(500, 150), (450, 500), (380, 880)],
                [(500, 300), (640, 870)], [(720, 200), (900, 220), (880, 800), (730, 780), (720, 200)],
            ].map { $0.map { SignatureImage.Point(x: $0.0, y: $0.1) } })
    }

    static let ticket = UploadTicket(
        id: UUID(uuid: (5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 5)),
        address: "https://store.example/u/AbCdEfGhIjKlMnOpQrStUv", expiresAt: now.addingTimeInterval(600))

    /// No real code: a pattern as large as one.
    static let openedUpload = OpenedUpload(
        ticket: ticket, code: Bitmap(width: 29, height: 29) { x, y in (x * 7 + y * 5) % 3 == 0 })
}

import Core
import Foundation

extension PrintOrder {
    static func sample(pages: Int = 1, orderedAt: Date = Date(timeIntervalSince1970: 1_750_000_000)) -> PrintOrder {
        PrintOrder(
            token: PrintToken(UUID()), applicationID: ApplicationID(UUID()), paper: .sample, pages: pages,
            copyNumber: 1, orderedAt: orderedAt)
    }
}

extension PaperDigest {
    static let sample = PaperDigest(bytes: [UInt8](repeating: 7, count: 32)) ?? { preconditionFailure("32 bytes") }()
}

enum SamplePaper {
    /// As much of a PDF as the virtual printer reads: its number of pages.
    static func pdf(pages: Int) -> Data {
        Data("%PDF-1.4\n1 0 obj\n<< /Type /Pages\n/Kids [ 2 0 R ]\n/Count \(pages)\n>>\nendobj\n%%EOF\n".utf8)
    }
}

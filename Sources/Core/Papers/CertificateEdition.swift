package import Foundation

/// A certificate as its holder receives it: what it says, and the signed PDF.
package struct CertificateEdition: Hashable, Sendable, Codable {
    package let content: CertificateContent
    package let pdf: Data

    package init(content: CertificateContent, pdf: Data) {
        self.content = content
        self.pdf = pdf
    }
}

extension CertificateEdition: Discreet {
    package var description: String { "\(content), \(pdf.count) bytes" }
}

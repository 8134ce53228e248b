import Foundation

/// A PDF of a few objects, numbered as they are added, the catalog first (ISO 32000-1, 7.5).
struct PlainPDF {
    private var data = Data("%PDF-1.4\n%\u{E2}\u{E3}\n".utf8)
    private var offsets: [Int] = []

    mutating func add(_ object: String) {
        begin()
        data += Data("\(object)\nendobj\n".utf8)
    }

    /// - Parameter entries: of its dictionary, beside the length.
    mutating func add(_ entries: String, stream: Data) {
        begin()
        data +=
            Data("<<\(entries)/Length \(stream.count)>>\nstream\n".utf8) + stream + Data("\nendstream\nendobj\n".utf8)
    }

    private mutating func begin() {
        offsets.append(data.count)
        data += Data("\(offsets.count) 0 obj\n".utf8)
    }

    func finished() -> Data {
        var text = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += "\(String("0000000000\(offset)".suffix(10))) 00000 n \n" }
        text += "trailer\n<</Size \(offsets.count + 1)/Root 1 0 R>>\nstartxref\n\(data.count)\n%%EOF\n"
        return data + Data(text.utf8)
    }
}

import Foundation

/// A form with one file, as a browser sends it (RFC 7578).
struct MultipartForm {
    /// The bytes of the part of that name; nil where there is none, or the form is none.
    static func part(named name: String, in body: Data, contentType: String) -> Data? {
        guard let boundary = boundary(in: contentType) else { return nil }
        let delimiter = Data("--\(boundary)".utf8)
        var rest = body[...]
        // Each part begins behind a delimiter and a line end, and ends before a line end and the next delimiter.
        guard let first = rest.range(of: delimiter) else { return nil }
        rest = rest[first.upperBound...]
        for _ in 0..<mostParts {
            guard rest.starts(with: Data("\r\n".utf8)) else { return nil }
            guard let end = rest.range(of: Data("\r\n".utf8) + delimiter) else { return nil }
            let part = rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]
            if let content = content(of: part, named: name) { return Data(content) }
            rest = rest[end.upperBound...]
        }
        return nil
    }

    private static let mostParts = 16

    private static func boundary(in contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data",
            let parameter = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let value = parameter.dropFirst("boundary=".count).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        return (1...70).contains(value.utf8.count) ? value : nil
    }

    private static func content(of part: Data, named name: String) -> Data? {
        guard let end = part.range(of: Data("\r\n\r\n".utf8)), end.lowerBound - part.startIndex < 4_096 else {
            return nil
        }
        let head = String(decoding: part[part.startIndex..<end.lowerBound], as: UTF8.self).lowercased()
        guard head.contains("content-disposition: form-data"), head.contains("name=\"\(name)\"") else { return nil }
        return part[end.upperBound...]
    }
}

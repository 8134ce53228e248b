/// What a file that a person brings is for, on whichever way it comes.
package enum FilePurpose: Hashable, Sendable {
    case attachment(AttachmentKind)
    /// 设置个人签名图片: a picture of the hand, or its strokes as a phone has drawn them.
    case signature

    /// Of the file as a person has it.
    package var format: FileReference.Format {
        switch self {
        case .attachment(let kind): kind.format
        case .signature: .jpeg
        }
    }

    package var text: String {
        switch self {
        case .attachment(let kind): kind.rawValue
        case .signature: "signature"
        }
    }

    package init?(_ text: String) {
        if let kind = AttachmentKind(rawValue: text) {
            self = .attachment(kind)
        } else if text == "signature" {
            self = .signature
        } else {
            return nil
        }
    }
}

/// Travels as its text.
extension FilePurpose: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let purpose = FilePurpose(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no purpose of a file")
        }
        self = purpose
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

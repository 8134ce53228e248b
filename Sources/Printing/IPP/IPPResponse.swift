import CCUPS

/// A response, read out of libcups' memory at once.
struct IPPResponse {
    /// One group of attributes: a job, a printer. Values as text; numbers, enums and booleans in decimal.
    typealias Group = [String: [String]]

    let status: ipp_status_t
    let message: String
    /// Groups of the tag asked for, in order.
    let groups: [Group]

    /// - Parameter response: from libcups; freed here.
    init(_ response: OpaquePointer, group wanted: ipp_tag_t) {
        defer { ippDelete(response) }
        status = ippGetStatusCode(response)
        message =
            ippFindAttribute(response, "status-message", IPP_TAG_TEXT).flatMap {
                ippGetString($0, 0, nil).map { String(cString: $0) }
            } ?? String(cString: ippErrorString(status))

        var groups: [Group] = []
        var current: Group = [:]
        var attribute = ippFirstAttribute(response)
        while let present = attribute {
            // Groups of one kind stand one after the other, a nameless attribute between them.
            if let name = ippGetName(present), ippGetGroupTag(present) == wanted {
                current[String(cString: name)] = Self.values(of: present)
            } else if !current.isEmpty {
                groups.append(current)
                current = [:]
            }
            attribute = ippNextAttribute(response)
        }
        self.groups = current.isEmpty ? groups : groups + [current]
    }

    /// Empty for out-of-band values (`no-value`, `unknown`) and kinds that nobody here reads.
    private static func values(of attribute: OpaquePointer) -> [String] {
        (0..<ippGetCount(attribute)).compactMap { index in
            switch ippGetValueTag(attribute) {
            case IPP_TAG_INTEGER, IPP_TAG_ENUM: String(ippGetInteger(attribute, index))
            case IPP_TAG_BOOLEAN: String(ippGetBoolean(attribute, index))
            case IPP_TAG_KEYWORD, IPP_TAG_NAME, IPP_TAG_NAMELANG, IPP_TAG_TEXT, IPP_TAG_TEXTLANG, IPP_TAG_URI,
                IPP_TAG_MIMETYPE:
                ippGetString(attribute, index, nil).map { String(cString: $0) }
            default: nil
            }
        }
    }
}

extension IPPResponse.Group {
    func text(_ name: String) -> String? { self[name]?.first }
    func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }
}

import CCUPS

/// One attribute of a request; names, groups and value tags as in RFC 8011.
enum IPPValue {
    case keyword(String)
    case keywords([String])
    case name(String)
    case integer(Int)
    case boolean(Bool)
    case mimeType(String)
    case uri(String)
}

/// A request before it becomes libcups' own.
struct IPPRequest {
    let operation: ipp_op_t
    private(set) var attributes: [(group: ipp_tag_t, name: String, value: IPPValue)] = []

    init(_ operation: ipp_op_t, to endpoint: IPPEndpoint, user: String) {
        self.operation = operation
        // RFC 8011 section 4.1.5: the target comes right after charset and language.
        add("printer-uri", .uri(endpoint.uri))
        add("requesting-user-name", .name(user))
    }

    mutating func add(_ name: String, _ value: IPPValue, in group: ipp_tag_t = IPP_TAG_OPERATION) {
        attributes.append((group, name, value))
    }

    /// Gives it to libcups; who sends it, or else the caller, frees it.
    func encoded() -> OpaquePointer? {
        guard let request = ippNewRequest(operation) else { return nil }
        for (group, name, value) in attributes { Self.add(value, named: name, in: group, to: request) }
        return request
    }

    private static func add(_ value: IPPValue, named name: String, in group: ipp_tag_t, to request: OpaquePointer) {
        switch value {
        case .keyword(let text): ippAddString(request, group, IPP_TAG_KEYWORD, name, nil, text)
        case .name(let text): ippAddString(request, group, IPP_TAG_NAME, name, nil, text)
        case .mimeType(let text): ippAddString(request, group, IPP_TAG_MIMETYPE, name, nil, text)
        case .uri(let text): ippAddString(request, group, IPP_TAG_URI, name, nil, text)
        case .integer(let number): ippAddInteger(request, group, IPP_TAG_INTEGER, name, Int32(number))
        case .boolean(let flag): ippAddBoolean(request, group, name, flag ? 1 : 0)
        case .keywords(let texts):
            var attribute = ippAddStrings(request, group, IPP_TAG_KEYWORD, name, Int32(texts.count), nil, nil)
            for (index, text) in texts.enumerated() { ippSetString(request, &attribute, Int32(index), text) }
        }
    }
}

/// The numbered catalogue of what can go wrong with a request. Numbers never change their meaning and are never used
/// again; the first three digits are the HTTP status.
package enum ProblemCode: Int, Hashable, Sendable, Codable, CaseIterable {
    case requestUnreadable = 40001
    case parameterWrong = 40002
    case requestUncertifiable = 40003
    case sessionEnded = 40101
    case enrolmentCodeWrong = 40102
    case kioskUnknown = 40301
    case certificateRejected = 40302
    case notPermitted = 40303
    case kioskRevoked = 40304
    case notFound = 40401
    case enterpriseUnknown = 40402
    case endpointUnknown = 40403
    case codeExpired = 41001
    case releaseExpired = 41002
    case enrolmentCodeExpired = 41003
    case enrolmentCodeUsed = 41004
    case requestTooLarge = 41301
    case codeWrong = 42201
    case hashNotReleased = 42202
    case algorithmUnsupported = 42203
    case tooManyCodes = 42901
    case internalError = 50001
    case unavailable = 50301

    package var status: Int { rawValue / 100 }

    /// RFC 9457 `type`.
    package var type: String { "urn:service-hall-kiosk:problem:\(rawValue)" }

    package var title: String {
        switch self {
        case .requestUnreadable: "The body is not what this endpoint takes"
        case .parameterWrong: "A parameter of the URL is missing or does not parse"
        case .requestUncertifiable: "Not a request for this kiosk's certificate that can be certified"
        case .sessionEnded: "No session, or it has ended"
        case .enrolmentCodeWrong: "The enrolment code is not this kiosk's"
        case .kioskUnknown: "The client certificate names no kiosk"
        case .certificateRejected: "The card's certificate is not accepted"
        case .notPermitted: "Not for this session's role"
        case .kioskRevoked: "This certificate was taken back, or another has taken its place"
        case .notFound: "Not found, or not for this session"
        case .enterpriseUnknown: "No enterprise of this name is registered"
        case .endpointUnknown: "No such endpoint"
        case .codeExpired: "The code has expired, was used, or has no tries left"
        case .releaseExpired: "The signature activation data has expired or was used"
        case .enrolmentCodeExpired: "The enrolment code has expired, or was tried too often"
        case .enrolmentCodeUsed: "The enrolment code was used for another key"
        case .requestTooLarge: "The body is larger than 8 MB"
        case .codeWrong: "Wrong code"
        case .hashNotReleased: "The signature activation data is for another hash"
        case .algorithmUnsupported: "Only SHA-256 with ECDSA on P-256"
        case .tooManyCodes: "A code was sent a moment ago"
        case .internalError: "The store's own fault; the reference finds it in its log"
        case .unavailable: "The store is stopping; ask again"
        }
    }

    /// `error` of the CSC API (section 10), which its clients read; nil where that API has no word for it.
    package var signingError: String? {
        switch self {
        case .requestUnreadable, .parameterWrong, .notFound, .algorithmUnsupported, .requestTooLarge: "invalid_request"
        case .sessionEnded, .kioskUnknown: "invalid_token"
        case .codeExpired, .codeWrong: "invalid_otp"
        case .releaseExpired, .hashNotReleased: "invalid_sad"
        case .internalError: "server_error"
        case .unavailable, .tooManyCodes: "temporarily_unavailable"
        case .certificateRejected, .notPermitted, .enterpriseUnknown, .endpointUnknown, .requestUncertifiable,
            .enrolmentCodeWrong, .enrolmentCodeExpired, .enrolmentCodeUsed, .kioskRevoked:
            nil
        }
    }
}

package import Core

/// A problem document (RFC 9457) with a number from the catalogue. Its detail is safe for a screen and a log: it never
/// repeats what the request held.
package struct Problem: Error, Hashable, Sendable, Codable {
    package let type: String
    package let title: String
    package let status: Int
    package let code: ProblemCode
    package var detail: String?
    /// With `codeWrong`.
    package var triesLeft: Int?
    /// Seconds, with `tooManyCodes`.
    package var retryAfter: Int?
    /// With `certificateRejected`.
    package var finding: CertificateFinding?
    /// With `internalError`.
    package var reference: String?
    /// As the CSC API names errors.
    package let error: String?

    package init(
        _ code: ProblemCode, detail: String? = nil, triesLeft: Int? = nil, retryAfter: Int? = nil,
        finding: CertificateFinding? = nil, reference: String? = nil
    ) {
        type = code.type
        title = code.title
        status = code.status
        self.code = code
        self.detail = detail
        self.triesLeft = triesLeft
        self.retryAfter = retryAfter
        self.finding = finding
        self.reference = reference
        error = code.signingError
    }
}

extension Problem {
    /// The problem that tells a kiosk of this fault. Codes are spelt out: some faults have the same names.
    package init(_ fault: StoreFault) {
        switch fault {
        case .unreachable: self.init(ProblemCode.unavailable)
        case .notEnrolled: self.init(ProblemCode.kioskUnknown)
        case .sessionEnded: self.init(ProblemCode.sessionEnded)
        case .wrongCode(let triesLeft): self.init(ProblemCode.codeWrong, triesLeft: triesLeft)
        case .codeExpired: self.init(ProblemCode.codeExpired)
        case .tooManyCodes(let seconds): self.init(ProblemCode.tooManyCodes, retryAfter: seconds)
        case .enterpriseUnknown: self.init(ProblemCode.enterpriseUnknown)
        case .certificateRejected(let finding): self.init(ProblemCode.certificateRejected, finding: finding)
        case .notFound: self.init(ProblemCode.notFound)
        case .notPermitted: self.init(ProblemCode.notPermitted)
        case .internalError(let reference): self.init(ProblemCode.internalError, reference: reference)
        case .misunderstood: self.init(ProblemCode.requestUnreadable)
        }
    }

    /// The fault that this problem means for a kiosk.
    package var fault: StoreFault {
        switch code {
        case .requestUnreadable, .parameterWrong, .endpointUnknown, .requestTooLarge, .hashNotReleased,
            .algorithmUnsupported:
            .misunderstood
        case .sessionEnded: .sessionEnded
        case .kioskUnknown, .kioskRevoked, .requestUncertifiable, .enrolmentCodeWrong, .enrolmentCodeExpired,
            .enrolmentCodeUsed:
            .notEnrolled
        case .certificateRejected: .certificateRejected(finding ?? .unreadable)
        case .notFound: .notFound
        case .notPermitted: .notPermitted
        case .enterpriseUnknown: .enterpriseUnknown
        case .codeExpired, .releaseExpired: .codeExpired
        case .codeWrong: .wrongCode(triesLeft: triesLeft ?? 0)
        case .tooManyCodes: .tooManyCodes(retryAfter: retryAfter ?? 60)
        case .internalError: .internalError(reference: reference ?? "")
        case .unavailable: .unreachable
        }
    }
}

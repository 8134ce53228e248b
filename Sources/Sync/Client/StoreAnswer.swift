import AsyncHTTPClient
import CentralAPI
import Core
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

/// Reads what came back, and tells apart the store's own words from those of something in between.
enum StoreAnswer {
    static func read<Answer: Decodable>(_ type: Answer.Type, status: Int, body: Data) throws -> Answer {
        guard status == 200 else { throw fault(status: status, body: body) }
        return try WireCoding.decode(type, from: body)
    }

    static func fault(status: Int, body: Data) -> StoreFault {
        if let problem = try? WireCoding.decode(Problem.self, from: body), problem.status == status {
            return problem.fault
        }
        // RFC 9110, 15.6.3–15.6.5: a gateway says that there is no store behind it now.
        return switch status {
        case 502, 503, 504: .unreachable
        case 500...599: .internalError(reference: "HTTP \(status)")
        default: .misunderstood
        }
    }

    /// Why, for the log: the kind of error and never what an answer held.
    static func cause(_ error: any Error) -> String {
        switch error {
        case is StoreFault: "answer"
        case is DecodingError: "unreadable answer"
        default: "\(error)"
        }
    }
}

extension StoreFault {
    /// Whatever kept the question from an answer that this program understands.
    init(transport error: any Error) {
        switch error {
        case let fault as StoreFault: self = fault
        case is DecodingError, is EncodingError, is NIOTooManyBytesError, is HTTPParserError: self = .misunderstood
        case let error as HTTPClientError where error.isOurs: self = .misunderstood
        default: self = Self.isRefusedCertificate(error) ? .notEnrolled : .unreachable
        }
    }

    // Under TLS 1.3 the store judges the client's certificate when the client takes the handshake for done: the alert
    // comes in place of the answer. RFC 8446, 6.2.
    private static func isRefusedCertificate(_ error: any Error) -> Bool {
        let alerts = [
            "CERTIFICATE_REQUIRED", "UNKNOWN_CA", "BAD_CERTIFICATE", "CERTIFICATE_EXPIRED", "CERTIFICATE_REVOKED",
            "CERTIFICATE_UNKNOWN", "UNSUPPORTED_CERTIFICATE", "ACCESS_DENIED", "DECRYPT_ERROR",
        ]
        guard error is NIOSSLError || error is BoringSSLError else { return false }
        let text = "\(error)"
        return alerts.contains { text.contains("ALERT_\($0)") }
    }
}

extension HTTPClientError {
    /// The bytes were no HTTP answer to this question.
    fileprivate var isOurs: Bool {
        self == .bodyLengthMismatch || self == .contentLengthMissing
    }
}

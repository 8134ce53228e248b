import CentralAPI
import Foundation
import Hummingbird
import Logging
import NIOCore

/// The one place where an error becomes an answer. What it does not know is logged under a reference, and the caller
/// gets the reference alone.
struct ProblemRendering: RouterMiddleware {
    let uuid: @Sendable () -> UUID

    func handle(
        _ request: Request, context: KioskContext,
        next: @concurrent (Request, KioskContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            return try Self.response(problem(for: error, context))
        }
    }

    private func problem(for error: any Error, _ context: KioskContext) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as HTTPError where error.status == .notFound: return Problem(.endpointUnknown)
        case let error as HTTPError where error.status == .contentTooLarge: return Problem(.requestTooLarge)
        case let error as HTTPError where error.status.kind == .clientError: return Problem(.requestUnreadable)
        case is CancellationError: return Problem(.unavailable)
        default:
            let reference = uuid().uuidString.lowercased()
            // Only the kind: the text of an error may quote what a person entered.
            context.logger.error(
                "internal error", metadata: ["reference": "\(reference)", "kind": "\(type(of: error))"])
            return Problem(.internalError, reference: reference)
        }
    }

    static func response(_ problem: Problem) throws -> Response {
        var response = Response.json(
            try WireCoding.encode(problem), status: .init(code: problem.status),
            contentType: WireCoding.problemContentType)
        // RFC 7030, 3.2.3.
        if problem.status == 401, problem.code == .enrolmentCodeWrong {
            response.headers[.wwwAuthenticate] = "Basic realm=\"\(EST.realm)\""
        }
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }
}

extension Response {
    static func json(
        _ body: Data, status: HTTPResponse.Status = .ok, contentType: String = WireCoding.contentType
    ) -> Response {
        Response(
            status: status, headers: [.contentType: contentType, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

import Foundation
import Hummingbird
import Logging

/// What every answer of the back office says to the browser: nothing of it is kept, framed, guessed, or fetched from
/// elsewhere, and no script runs.
struct OfficeHeaders: RouterMiddleware {
    func handle(
        _ request: Request, context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
        return response
    }

    private static let headers: [(HeaderName, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"
        ),
        (.cacheControl, "no-store"),
        (.strictTransportSecurity, "max-age=31536000"),
        (.xContentTypeOptions, "nosniff"),
        // With no referrer at all, a browser would hide the origin of forms too.
        (.referrerPolicy, "same-origin"),
        (.xFrameOptions, "DENY"),
        (.crossOriginOpenerPolicy, "same-origin"),
        (.crossOriginResourcePolicy, "same-origin"),
        (.permissionsPolicy, "camera=(), geolocation=(), microphone=()"),
    ]
}

/// The one place where an error becomes a page. What it does not know is logged under a reference.
struct OfficeErrors: RouterMiddleware {
    let uuid: @Sendable () -> UUID

    func handle(
        _ request: Request, context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            return Self.response(fault(for: error, context))
        }
    }

    private func fault(for error: any Error, _ context: OfficeContext) -> OfficeFault {
        switch error {
        case let fault as OfficeFault: return fault
        case let error as HTTPError where error.status == .notFound: return .notFound
        case let error as HTTPError where error.status.kind == .clientError: return .unreadable
        default:
            let reference = uuid().uuidString.lowercased()
            // Only the kind: the text of an error may quote what a person entered.
            context.logger.error(
                "internal error", metadata: ["reference": "\(reference)", "kind": "\(type(of: error))"])
            return .internalError(reference: reference)
        }
    }

    private static func response(_ fault: OfficeFault) -> Response {
        if fault == .loginNeeded {
            return .redirect(to: "/login", setting: OfficeCookie.session.ended)
        }
        var response = Response.page(
            OfficePage(
                title: fault.title, content: "<h1>\(fault.title)</h1><p>\(fault.text)</p><p><a href=\"/\">返回列表</a></p>"),
            status: .init(code: fault.status))
        if case .tooMany(let seconds) = fault { response.headers[.retryAfter] = String(seconds) }
        return response
    }
}

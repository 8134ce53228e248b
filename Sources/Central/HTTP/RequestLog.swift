import Hummingbird
import Logging

/// One line a request: method, the endpoint's path as declared (never the one with identifiers), status, time and
/// kiosk. Nothing that a person entered.
struct RequestLog<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "endpoint": "\(context.endpointPath ?? "?")",
                "status": "\(response.status.code)", "milliseconds": "\(milliseconds)",
            ])
        return response
    }
}

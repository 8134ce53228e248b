import Core
import Foundation
import Hummingbird
import Logging
import NIOCore

extension Registry {
    /// What a phone may ask; no certificate is asked of it, and it learns nothing but what its code is for.
    func phoneRouter() -> Router<PhoneContext> {
        let router = Router(context: PhoneContext.self)
        router.add(middleware: PhoneLog())
        let pages = PhonePages(hall: policy.office.name)
        router.get("/phone.css") { _, _ in Response.phone(PhonePages.style, type: "text/css; charset=utf-8") }
        router.get("/phone.js") { _, _ in Response.phone(PhonePages.script, type: "text/javascript; charset=utf-8") }
        router.get("/u/{token}") { _, context in try await uploadPage(context, pages) }
        router.post("/u/{token}") { request, context in try await receive(request, context, pages) }
        router.get("/d/{token}") { _, context in try await downloadPage(context, pages) }
        router.post("/d/{token}") { _, context in try await give(context, pages) }
        router.get("/**") { _, _ in pages.response(.ended, status: .notFound) }
        return router
    }

    private func ticket(_ context: PhoneContext) async throws -> PhoneTicket? {
        guard let token = context.parameters.get("token"), token.utf8.count == 26 else { return nil }
        return try await ticket(token)
    }

    private func uploadPage(_ context: PhoneContext, _ pages: PhonePages) async throws -> Response {
        guard let ticket = try await ticket(context), case .upload(let purpose) = ticket.purpose else {
            return pages.response(.ended, status: .gone)
        }
        try await noteOpened(ticket)
        return pages.response(.upload(purpose, problem: nil))
    }

    private func receive(_ request: Request, _ context: PhoneContext, _ pages: PhonePages) async throws -> Response {
        guard let ticket = try await ticket(context), case .upload(let purpose) = ticket.purpose else {
            return pages.response(.ended, status: .gone)
        }
        let isPicture = purpose.format == .jpeg
        let limit = isPicture ? PhoneTicket.largestPhoto : policy.formRules.largestScan
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: limit + PhoneContext.formMargin)
        } catch is NIOTooManyBytesError {
            let problem = AttachmentFinding.tooLarge(limit: limit).advice
            return pages.response(.upload(purpose, problem: problem), status: .contentTooLarge)
        }
        let content = Self.content(of: Data(body.readableBytesView), type: request.headers[.contentType] ?? "")
        let missing: AttachmentFinding = isPicture ? .notJPEG : .notPDF
        let problem = content.map { self.problem(with: $0, for: purpose)?.advice } ?? missing.advice
        if let problem { return pages.response(.upload(purpose, problem: problem), status: .unprocessableContent) }
        guard let content, try await handIn(content, with: ticket) else {
            return pages.response(.ended, status: .gone)
        }
        return pages.response(.received)
    }

    /// What was drawn on the phone's screen, or else the file.
    private static func content(of form: Data, type: String) -> Data? {
        let drawn = MultipartForm.part(named: "strokes", in: form, contentType: type) ?? Data()
        return drawn.isEmpty ? MultipartForm.part(named: "file", in: form, contentType: type) : drawn
    }

    /// Looking at the page spends nothing: a phone's camera app looks by itself.
    private func downloadPage(_ context: PhoneContext, _ pages: PhonePages) async throws -> Response {
        guard let ticket = try await ticket(context), !ticket.purpose.isUpload else {
            return pages.response(.ended, status: .gone)
        }
        try await noteOpened(ticket)
        return pages.response(.download)
    }

    private func give(_ context: PhoneContext, _ pages: PhonePages) async throws -> Response {
        guard let ticket = try await ticket(context), !ticket.purpose.isUpload,
            let content = try await fetch(with: ticket)
        else {
            return pages.response(.ended, status: .gone)
        }
        var response = Response.phone(content, type: "application/pdf")
        response.headers[.contentDisposition] = "attachment; filename=\"\(ticket.purpose.fileName)\""
        return response
    }
}

struct PhoneContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    /// Beside the file: the form around it.
    static let formMargin = 16_384

    init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }

    var maxUploadSize: Int { PhoneTicket.largestPhoto + Self.formMargin }
}

/// One line a request, without the code in its address. An error is told by its kind alone, and the phone sees a page.
struct PhoneLog: RouterMiddleware {
    func handle(
        _ request: Request, context: PhoneContext,
        next: @concurrent (Request, PhoneContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do { response = try await next(request, context) } catch {
            context.logger.error("phone page failed", metadata: ["kind": "\(type(of: error))"])
            response = Response(status: (error as? any HTTPResponseError)?.status ?? .internalServerError)
        }
        context.logger.info(
            "phone",
            metadata: [
                "method": "\(request.method)", "page": "\(context.endpointPath ?? "?")",
                "status": "\(response.status.code)",
            ])
        return response
    }
}

extension PhonePages {
    func response(_ page: Page, status: HTTPResponse.Status = .ok) -> Response {
        .phone(html(page), type: "text/html; charset=utf-8", status: status)
    }
}

extension Response {
    fileprivate static func phone(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
        phone(Data(text.utf8), type: type, status: status)
    }

    /// Nothing is kept, framed, or loaded from elsewhere; the address goes to nobody.
    fileprivate static func phone(_ body: Data, type: String, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'"
        response.headers[.strictTransportSecurity] = "max-age=31536000"
        return response
    }
}

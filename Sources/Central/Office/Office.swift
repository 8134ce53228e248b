import CentralAPI
import Core
import Foundation
import Hummingbird
import NIOCore

/// The reviewers' pages: rendered here, no script, one form for each act.
struct Office: Sendable {
    let registry: Registry
    let hours: OfficeHours
    var desk = PasswordDesk()
    let auditWatch = AuditWatch()

    func router() -> Router<OfficeContext> {
        let router = Router(context: OfficeContext.self)
        router.add(middleware: OfficeHeaders())
        router.add(middleware: RequestLog())
        router.add(middleware: OfficeErrors(uuid: registry.world.uuid))
        router.get("/office.css") { _, _ in Self.styles }
        router.get("/") { _, _ in Response.redirect(to: "/queue") }
        router.get("/login") { request, _ in try await showLogin(request) }
        router.post("/login") { request, context in try await logIn(request, context) }
        router.post("/logout") { request, context in try await logOut(request, context) }
        router.get("/queue") { request, _ in try await showQueue(request) }
        router.get("/applications/:id") { request, context in try await showCase(request, context) }
        router.post("/applications/:id/numbers") { request, context in try await showNumbers(request, context) }
        router.get("/applications/:id/papers/:digest") { request, context in try await showPaper(request, context) }
        router.get("/applications/:id/certificates/:certificate/:edition") { request, context in
            try await showEdition(request, context)
        }
        router.get("/applications/:id/photo") { request, context in try await showPhoto(request, context) }
        router.post("/applications/:id/acts/:act") { request, context in try await act(request, context) }
        router.get("/reviewers") { request, _ in try await showReviewers(request) }
        router.post("/reviewers/:id/:change") { request, context in try await changeReviewer(request, context) }
        router.get("/fleet") { request, _ in try await showFleet(request) }
        router.get("/fleet/support/:id") { request, context in try await downloadSupportBundle(request, context) }
        router.get("/audit") { request, _ in try await showAudit(request) }
        return router
    }

    private static let styles = Response(
        status: .ok, headers: [.contentType: "text/css; charset=utf-8"],
        body: .init(byteBuffer: .init(bytes: PackageResources.office_css)))
}

extension Office {
    /// - Throws: `loginNeeded`.
    func session(of request: Request) async throws -> OfficeSession {
        guard let token = OfficeCookie.session.value(in: request),
            let session = try await registry.officeSession(token, hours)
        else { throw OfficeFault.loginNeeded }
        return session
    }

    func supervisor(of request: Request) async throws -> OfficeSession {
        let session = try await session(of: request)
        guard session.reviewer.role.mayOversee else { throw OfficeFault.notPermitted }
        return session
    }

    func frame(_ session: OfficeSession) -> OfficePage.Frame {
        OfficePage.Frame(reviewer: session.reviewer, formToken: registry.formToken(of: session))
    }

    /// The form that a reviewer sent from a page of this session, within the limit of acts.
    func form(_ request: Request, _ context: OfficeContext, of session: OfficeSession) async throws -> FormFields {
        let fields = try await fields(request, context)
        try Self.check(fields, request, token: registry.formToken(of: session))
        if let seconds = try await registry.take([(.acts, session.reviewer.id)]) {
            throw OfficeFault.tooMany(retryAfter: seconds)
        }
        return fields
    }

    func fields(_ request: Request, _ context: OfficeContext) async throws -> FormFields {
        let type = request.headers[.contentType]?.split(separator: ";").first.map(String.init)
        guard type == "application/x-www-form-urlencoded" else { throw OfficeFault.unreadable }
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: context.maxUploadSize) } catch is NIOTooManyBytesError {
            throw OfficeFault.unreadable
        }
        guard let fields = FormFields(buffer.readableBytesView) else { throw OfficeFault.unreadable }
        return fields
    }

    /// From a page of this site and of this session: the token proves it, and what the browser says must not deny it.
    static func check(_ fields: FormFields, _ request: Request, token: String) throws {
        let origin = request.headers[.origin].map { $0 == "https://\(request.head.authority ?? "")" } ?? true
        let site = request.headers[.secFetchSite].map { $0 == "same-origin" } ?? true
        guard origin, site, let given = fields["form"], given == token else { throw OfficeFault.foreignForm }
    }
}

extension OfficeContext {
    var application: ApplicationID {
        get throws {
            guard let id = parameters.get("id").flatMap({ ApplicationID($0) }) else { throw OfficeFault.notFound }
            return id
        }
    }
}

import Core
import Hummingbird

extension Office {
    /// One act; what stands in the way is told on the newest page, and what was typed is not lost.
    func act(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let session = try await session(of: request)
        let fields = try await form(request, context, of: session)
        let id = try context.application
        guard let name = context.parameters.get("act").flatMap({ ReviewAct.Name(rawValue: $0) }) else {
            throw OfficeFault.notFound
        }
        let problem: String
        let status: HTTPResponse.Status
        do {
            let form = try ActForm(name, fields)
            switch try await registry.act(form.act, on: id, at: form.revision, by: session.reviewer) {
            case .success: return .redirect(to: "/applications/\(id)?done=\(name.rawValue)")
            case .failure(let refusal): (problem, status) = (refusal.officeText, .conflict)
            }
        } catch let wrong as ActForm.Problem {
            (problem, status) = (wrong.text, .unprocessableContent)
        }
        guard let found = try await registry.reviewCase(id) else { throw OfficeFault.notFound }
        let entered = EnteredAct(name: name, text: fields["text"] ?? "", usual: fields.all("item"))
        return .page(
            casePage(found, session, notice: OfficePage.notice(problem, isProblem: true), entered: entered),
            status: status)
    }
}

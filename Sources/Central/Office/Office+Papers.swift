import Core
import Foundation
import Hummingbird

extension Office {
    func showPaper(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let session = try await session(of: request)
        let id = try context.application
        guard let digest = context.parameters.get("digest").flatMap({ PaperDigest(hex: $0) }) else {
            throw OfficeFault.notFound
        }
        let now = registry.world.now()
        let content = try await registry.database.write { database in
            guard let record = try database.application(id), record.wasSigned else { throw OfficeFault.notFound }
            guard let content = try database.paper(digest, of: id) ?? database.scan(digest, of: record) else {
                throw OfficeFault.notFound
            }
            try database.audit("opened paper \(digest.hex.prefix(8)) of \(id)", by: session.reviewer.actor, at: now)
            return content
        }
        return .pdf(content, named: "form-\(digest.hex.prefix(8)).pdf")
    }

    /// The photo that the form names, when the store holds it.
    func showPhoto(_ request: Request, _ context: OfficeContext) async throws -> Response {
        _ = try await session(of: request)
        let id = try context.application
        let photo = try await registry.database.read { database -> [UInt8]? in
            guard let record = try database.application(id), record.wasSigned else { return nil }
            return try database.evidence(for: record).photo.map(Array.init)
        }
        guard let photo else { throw OfficeFault.notFound }
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/jpeg",
                // Opened by itself it is a document that can do nothing.
                .contentSecurityPolicy: "default-src 'none'; sandbox; frame-ancestors 'none'",
            ], body: .init(byteBuffer: .init(bytes: photo)))
    }
}

extension Response {
    /// For the browser's own viewer.
    static func pdf(_ content: Data, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf", .contentDisposition: "inline; filename=\"\(name)\"",
                // The browser's own viewer is a plug-in with styles of its own; scripts stay forbidden.
                .contentSecurityPolicy:
                    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            ], body: .init(byteBuffer: .init(bytes: content)))
    }
}

extension SQLSession {
    /// A PDF that the form names.
    fileprivate func scan(_ digest: PaperDigest, of record: ApplicationRecord) throws -> Data? {
        let registration = record.registration
        let isNamed = registration.form.attachments.contains { $0.file.format == .pdf && $0.file.digest == digest }
        return isNamed ? try attachment(digest, of: registration.id) : nil
    }
}

import CentralAPI
import Core
import Foundation
import Hummingbird
import NIOCore

/// Binds the contract's endpoints to handlers: reading the request, the session and writing the answer are the same
/// for all of them.
struct EndpointRouting {
    let router: Router<KioskContext>
    let registry: Registry

    /// For endpoints that ask for the kiosk's certificate alone.
    func on<Question: URLParameters, Answer>(
        _ endpoint: Endpoint<Question, Answer>,
        kiosk handle: @escaping @Sendable (Question, String) async throws -> Answer
    ) {
        route(endpoint) { request, context in
            try await handle(try request.parameters(context), try context.kiosk)
        }
    }

    func on<Question, Answer>(
        _ endpoint: Endpoint<Question, Answer>,
        kiosk handle: @escaping @Sendable (Question, String) async throws -> Answer
    ) {
        route(endpoint) { request, context in
            let kiosk = try context.kiosk
            return try await handle(try await request.body(context), kiosk)
        }
    }

    /// For those that answer with bytes as they are.
    func raw<Question: URLParameters>(
        _ endpoint: Endpoint<Question, RawBytes>,
        kiosk handle: @escaping @Sendable (Question, String) async throws -> RawBytes
    ) {
        router.on(RouterPath(endpoint.path), method: .get) { request, context in
            let answer = try await handle(try request.parameters(context), try context.kiosk)
            return Response(
                status: .ok, headers: [.contentType: RawBytes.contentType, .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(bytes: answer.content)))
        }
    }

    /// For endpoints that ask for a session too.
    func on<Question: URLParameters, Answer>(
        _ endpoint: Endpoint<Question, Answer>,
        session handle: @escaping @Sendable (Question, Session) async throws -> Answer
    ) {
        route(endpoint) { [registry] request, context in
            let session = try await registry.session(of: request, context)
            return try await handle(try request.parameters(context), session)
        }
    }

    func on<Question, Answer>(
        _ endpoint: Endpoint<Question, Answer>,
        session handle: @escaping @Sendable (Question, Session) async throws -> Answer
    ) {
        route(endpoint) { [registry] request, context in
            let session = try await registry.session(of: request, context)
            return try await handle(try await request.body(context), session)
        }
    }

    private func route<Question, Answer>(
        _ endpoint: Endpoint<Question, Answer>,
        answer: @escaping @Sendable (Request, KioskContext) async throws -> Answer
    ) {
        router.on(RouterPath(endpoint.path), method: endpoint.method == .get ? .get : .post) { request, context in
            Response.json(try WireCoding.encode(try await answer(request, context)))
        }
    }
}

extension Registry {
    fileprivate func session(of request: Request, _ context: KioskContext) async throws -> Session {
        let kiosk = try context.kiosk
        guard let token = request.headers[.authorization].flatMap(Authorization.token(in:)) else {
            throw Problem(.sessionEnded)
        }
        return try await session(token: token, kiosk: kiosk)
    }
}

extension Request {
    fileprivate func parameters<Question: URLParameters>(_ context: KioskContext) throws -> Question {
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters { parameters[String(name)] = String(value) }
        for (name, value) in uri.queryParameters { parameters[String(name)] = String(value) }
        guard let question = Question(parameters: parameters) else { throw Problem(.parameterWrong) }
        return question
    }

    fileprivate func body<Question: Decodable>(_ context: KioskContext) async throws -> Question {
        let buffer: ByteBuffer
        do { buffer = try await body.collect(upTo: context.maxUploadSize) } catch is NIOTooManyBytesError {
            throw Problem(.requestTooLarge)
        }
        do { return try WireCoding.decode(Question.self, from: Data(buffer.readableBytesView)) } catch {
            throw Problem(.requestUnreadable, detail: Self.place(of: error))
        }
    }

    /// Which member did not fit, by its keys: they are names of the contract, never what a person entered.
    private static func place(of error: any Error) -> String? {
        let path: [any CodingKey]
        switch error {
        case DecodingError.keyNotFound(let key, let context): path = context.codingPath + [key]
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            path = context.codingPath
        default: return nil
        }
        return path.isEmpty ? "not JSON" : path.map(\.stringValue).joined(separator: ".")
    }
}

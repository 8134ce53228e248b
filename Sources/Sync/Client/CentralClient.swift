import AsyncHTTPClient
import CentralAPI
package import Core
import Foundation
package import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// The central store over HTTPS. Its log names endpoints by their template and never holds a body, a token or a URL.
///
/// As a service it closes its connections at the end of the program.
package final class CentralClient: Service {
    private let http: HTTPClient
    /// For questions that the store holds until there is news. Each has a fresh connection of its own: a connection
    /// keeps what went through it, and these stand for long.
    private let patientHTTP: HTTPClient
    private let connection: StoreConnection
    private let monitor = ConnectionMonitor()
    private let logger: Logger

    /// - Throws: `notEnrolled` when certificate, key or roots are missing or unreadable.
    package init(_ connection: StoreConnection, logger: Logger) throws(StoreFault) {
        self.connection = connection
        self.logger = logger
        let configuration: HTTPClient.Configuration
        do { configuration = try connection.clientConfiguration() } catch {
            logger.error("the kiosk's certificate, key or roots cannot be used", metadata: ["error": "\(error)"])
            throw .notEnrolled
        }
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        patientHTTP = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Whether the store answered the newest question: the present state first (true before the first question), then
    /// each change.
    package func reachability() -> AsyncStream<Bool> { monitor.states() }

    package func run() async throws {
        try? await gracefulShutdown()
        try await shutdown()
    }

    /// Ends open requests too. Needed by whoever does not run this as a service, before the last reference goes.
    package func shutdown() async throws {
        for client in [http, patientHTTP] {
            do { try await client.shutdown() } catch let error as HTTPClientError where error == .alreadyShutdown {}
        }
    }
}

extension CentralClient {
    func ask<Request, Answer>(
        _ endpoint: Endpoint<Request, Answer>, _ request: Request, session: SessionToken? = nil, patience: Int = 0
    ) async throws(StoreFault) -> Answer {
        try await ask(endpoint, at: endpoint.path, request, session, patience)
    }

    /// - Parameter patience: seconds that the store may wait before it answers, beside the usual time.
    func ask<Request: URLParameters, Answer>(
        _ endpoint: Endpoint<Request, Answer>, _ request: Request, session: SessionToken? = nil, patience: Int = 0
    ) async throws(StoreFault) -> Answer {
        try await ask(endpoint, at: endpoint.target(request), request, session, patience)
    }

    /// An answer that is no JSON.
    func bytes<Request: URLParameters>(
        of endpoint: Endpoint<Request, RawBytes>, _ request: Request
    ) async throws(StoreFault) -> Data {
        try await ask(endpoint.summary) {
            let message = try self.message(endpoint.method, endpoint.target(request), request, nil)
            let (status, body) = try await self.exchange(
                message, over: self.http, within: self.connection.answerTimeout)
            guard status == 200 else { throw StoreAnswer.fault(status: status, body: body) }
            return body
        }
    }

    private func ask<Answer>(
        _ endpoint: EndpointSummary, _ question: () async throws -> Answer
    ) async throws(StoreFault) -> Answer {
        do {
            let answer = try await question()
            monitor.report(isReachable: true)
            return answer
        } catch {
            throw fault(for: error, at: endpoint)
        }
    }

    private func ask<Request, Answer>(
        _ endpoint: Endpoint<Request, Answer>, at target: String, _ request: Request, _ session: SessionToken?,
        _ patience: Int
    ) async throws(StoreFault) -> Answer {
        try await ask(endpoint.summary) {
            var message = try self.message(endpoint.method, target, request, session)
            if patience > 0 { message.headers.add(name: "connection", value: "close") }
            let (status, body) = try await self.exchange(
                message, over: patience > 0 ? self.patientHTTP : self.http,
                within: self.connection.answerTimeout + .seconds(patience))
            return try StoreAnswer.read(Answer.self, status: status, body: body)
        }
    }

    private func message(
        _ method: EndpointMethod, _ target: String, _ request: some Encodable, _ session: SessionToken?
    ) throws -> HTTPClientRequest {
        var message = HTTPClientRequest(url: connection.baseURL.absoluteString + target)
        message.headers.add(name: "accept", value: WireCoding.contentType)
        if let session { message.headers.add(name: "authorization", value: Authorization.header(session.text)) }
        switch method {
        case .get: message.method = .GET
        case .post:
            message.method = .POST
            message.headers.add(name: "content-type", value: WireCoding.contentType)
            message.body = .bytes(try WireCoding.encode(request))
        }
        return message
    }

    // The deadline of AsyncHTTPClient ends with the response's head; a store that stops in the middle of a body must
    // not hold a screen.
    private func exchange(
        _ message: HTTPClientRequest, over http: HTTPClient, within limit: Duration
    ) async throws -> (Int, Data) {
        try await withTimeLimit(limit) {
            let response = try await http.execute(message, timeout: TimeAmount(limit))
            let body = try await response.body.collect(upTo: 2 * WireCoding.largestBody)
            return (Int(response.status.code), Data(body.readableBytesView))
        }
    }

    private func fault(for error: any Error, at endpoint: EndpointSummary) -> StoreFault {
        let fault = StoreFault(transport: error)
        // A screen that was left cancels its question: that says nothing about the store.
        if !Task.isCancelled { monitor.report(isReachable: fault != .unreachable && fault != .notEnrolled) }
        logger.notice(
            "the store was asked in vain",
            metadata: ["endpoint": "\(endpoint.path)", "fault": "\(fault)", "cause": "\(StoreAnswer.cause(error))"])
        return fault
    }
}

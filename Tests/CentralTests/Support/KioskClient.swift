import AsyncHTTPClient
import CentralAPI
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

/// A kiosk's end of the contract over real TLS.
struct KioskClient {
    let client: HTTPClient
    let port: Int

    struct Answer {
        let status: Int
        let contentType: String?
        let body: Data

        var problem: Problem? { try? WireCoding.decode(Problem.self, from: body) }
    }

    func ask<Request, Response>(
        _ endpoint: Endpoint<Request, Response>, _ request: Request, token: String? = nil
    ) async throws -> Response {
        try await read(Response.self, send(endpoint.method, endpoint.path, WireCoding.encode(request), token: token))
    }

    func ask<Request: URLParameters, Response>(
        _ endpoint: Endpoint<Request, Response>, _ request: Request, token: String? = nil
    ) async throws -> Response {
        let body = endpoint.method == .post ? try WireCoding.encode(request) : nil
        return try await read(
            Response.self, send(endpoint.method, endpoint.target(request), body, token: token))
    }

    func send(
        _ method: EndpointMethod, _ target: String, _ body: Data? = nil, token: String? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "https://127.0.0.1:\(port)\(target)")
        request.method = .init(rawValue: method.rawValue)
        if let token { request.headers.add(name: "Authorization", value: Authorization.header(token)) }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        let response = try await client.execute(request, timeout: .seconds(30))
        let buffer = try await response.body.collect(upTo: 1 << 24)
        return Answer(
            status: Int(response.status.code), contentType: response.headers.first(name: "content-type"),
            body: Data(buffer.readableBytesView))
    }

    private func read<Response: Decodable>(_ type: Response.Type, _ answer: Answer) throws -> Response {
        if let problem = answer.problem { throw problem }
        return try WireCoding.decode(type, from: answer.body)
    }
}

/// - Parameter identity: nil for a machine that shows no certificate.
func withKiosk(
    _ identity: TestIdentity?, trusting root: TestAuthority, port: Int, _ body: (KioskClient) async throws -> Void
) async throws {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.trustRoots = .certificates([try NIOSSLCertificate(bytes: Array(root.pem.utf8), format: .pem)])
    if let identity {
        tls.certificateChain = [.certificate(try NIOSSLCertificate(bytes: Array(identity.pem.utf8), format: .pem))]
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(identity.keyPEM.utf8), format: .pem))
    }
    var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
    configuration.httpVersion = .http1Only
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do { try await body(KioskClient(client: client, port: port)) } catch {
        try? await client.shutdown()
        throw error
    }
    try await client.shutdown()
}

import AsyncHTTPClient
import Core
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization
import Testing

/// A browser without scripts, as far as these pages need one: it keeps cookies, and follows nothing by itself.
final class Browser: Sendable {
    private let client: HTTPClient
    let port: Int
    private let jar = Mutex<[String: String]>([:])

    init(_ client: HTTPClient, port: Int) {
        self.client = client
        self.port = port
    }

    struct Page {
        let status: Int
        let headers: HTTPHeaders
        let body: Data

        var html: String { String(decoding: body, as: UTF8.self) }
        var location: String? { headers.first(name: "location") }
        /// The token that its forms carry.
        var token: String? { html.firstMatch(of: /name="form" value="([0-9a-f]+)"/).map { String($0.1) } }
        var revision: String? { html.firstMatch(of: /name="revision" value="(\d+)"/).map { String($0.1) } }
    }

    var cookies: [String: String] { jar.withLock { $0 } }
    var origin: String { "https://127.0.0.1:\(port)" }

    func get(_ path: String, headers: [(String, String)] = []) async throws -> Page {
        try await send(.GET, path, nil, headers)
    }

    /// - Parameter headers: instead of those that a browser sends with a form.
    func post(
        _ path: String, _ fields: [(String, String)], headers: [(String, String)]? = nil
    ) async throws -> Page {
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        let usual = [
            ("Content-Type", "application/x-www-form-urlencoded"), ("Origin", origin),
            ("Sec-Fetch-Site", "same-origin"),
        ]
        return try await send(.POST, path, Data(body.utf8), headers ?? usual)
    }

    func send(
        _ method: HTTPMethod, _ path: String, _ body: Data?, _ headers: [(String, String)]
    ) async throws -> Page {
        var request = HTTPClientRequest(url: "\(origin)\(path)")
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        let cookie = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !cookie.isEmpty { request.headers.add(name: "Cookie", value: cookie) }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        let response = try await client.execute(request, timeout: .seconds(60))
        for line in response.headers["set-cookie"] { take(line) }
        let content = try await response.body.collect(upTo: 1 << 24)
        return Page(
            status: Int(response.status.code), headers: response.headers, body: Data(content.readableBytesView))
    }

    func forget(_ cookie: String) { jar.withLock { $0[cookie] = nil } }
    func take(cookiesOf other: Browser) { jar.withLock { $0 = other.cookies } }

    private func take(_ line: String) {
        let pair = line.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value = line.contains("Max-Age=0") ? nil : String(pair[1])
        jar.withLock { $0[String(pair[0])] = value }
    }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

extension Browser {
    static let password = "plainly fictitious 1"

    func logIn(_ account: String, _ password: String = Browser.password) async throws -> Page {
        let token = try #require(try await get("/login").token)
        return try await post("/login", [("form", token), ("account", account), ("password", password)])
    }

    /// Opens the application and sends the form of an act as its page shows it.
    func act(
        _ name: String, on id: ApplicationID, _ fields: [(String, String)] = [], sure: Bool = true
    ) async throws -> Page {
        let page = try await get("/applications/\(id)")
        let token = try #require(page.token)
        let revision = page.revision ?? "0"
        return try await post(
            "/applications/\(id)/acts/\(name)",
            [("form", token), ("revision", revision)] + (sure ? [("sure", "yes")] : []) + fields)
    }
}

/// - Parameter root: whom it trusts.
func withBrowsers(
    _ count: Int = 1, trusting root: TestAuthority, port: Int, _ body: ([Browser]) async throws -> Void
) async throws {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.trustRoots = .certificates([try NIOSSLCertificate(bytes: Array(root.pem.utf8), format: .pem)])
    var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do { try await body((0..<count).map { _ in Browser(client, port: port) }) } catch {
        try? await client.shutdown()
        throw error
    }
    try await client.shutdown()
}

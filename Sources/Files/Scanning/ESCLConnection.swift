import AsyncHTTPClient
import Core
import Foundation
import NIOCore
import NIOHTTP1

/// eSCL's few requests, over a client that ends with the errand: no buffer of it keeps what went through.
struct ESCLConnection: Sendable {
    private let client: HTTPClient
    /// `http://127.0.0.1:60000/eSCL`
    private let base: URL

    /// Seconds for an answer about the scanner, and for a page.
    private static let patience: Int64 = 8
    private static let pagePatience: Int64 = 90
    private static let mostPageBytes = 24 << 20

    enum Page { case arrived(Data), notYet, none }

    static func with<Value: Sendable>(
        _ base: URL, _ body: (ESCLConnection) async throws(FileFault) -> Value
    ) async throws(FileFault) -> Value {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(3)))
        // eSCL devices sign their own certificates, if they have one; IPP-USB speaks plain HTTP on loopback.
        configuration.tlsConfiguration = nil
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let result: Result<Value, FileFault>
        do throws(FileFault) { result = .success(try await body(ESCLConnection(client: client, base: base))) } catch {
            result = .failure(error)
        }
        try? await client.shutdown()
        return try result.get()
    }

    func capabilities() async throws(FileFault) -> ESCLCapabilities {
        let (status, data, _) = try await send(.GET, base.appending(path: "ScannerCapabilities"))
        if status == .serviceUnavailable { throw .scannerBusy }
        guard status == .ok, let capabilities = ESCLCapabilities(data) else { throw .scannerFailed }
        return capabilities
    }

    func status() async throws(FileFault) -> ESCLStatus {
        let (status, data, _) = try await send(.GET, base.appending(path: "ScannerStatus"))
        if status == .serviceUnavailable { throw .scannerBusy }
        guard status == .ok, let state = ESCLStatus(data) else { throw .scannerFailed }
        return state
    }

    /// - Returns: where the job is.
    func begin(_ settings: ESCLSettings) async throws(FileFault) -> URL {
        let (status, _, headers) = try await send(.POST, base.appending(path: "ScanJobs"), settings.xml)
        switch status {
        case .created: break
        case .serviceUnavailable: throw .scannerBusy
        case .conflict: throw (try? await self.status())?.fault ?? .scannerEmpty
        default: throw .scannerFailed
        }
        // A scanner behind IPP-USB names itself by a host that nobody here can reach: the path alone counts.
        guard let place = headers.first(name: "location").flatMap({ URL(string: $0) }), !place.path.isEmpty,
            let job = URL(string: place.path, relativeTo: base)?.absoluteURL
        else { throw .scannerFailed }
        return job
    }

    func nextPage(of job: URL) async throws(FileFault) -> Page {
        let (status, data, _) = try await send(
            .GET, job.appending(path: "NextDocument"), patience: Self.pagePatience, upTo: Self.mostPageBytes)
        switch status {
        case .ok: return .arrived(data)
        case .notFound: return .none
        case .serviceUnavailable: return .notYet
        default: throw (try? await self.status())?.fault ?? .scannerStopped
        }
    }

    /// Best effort: a scanner that is gone has no job.
    func end(_ job: URL) async { _ = try? await send(.DELETE, job) }

    private func send(
        _ method: HTTPMethod, _ place: URL, _ xml: String? = nil, patience: Int64 = Self.patience, upTo: Int = 1 << 18
    ) async throws(FileFault) -> (HTTPResponseStatus, Data, HTTPHeaders) {
        var request = HTTPClientRequest(url: place.absoluteString)
        request.method = method
        if let xml {
            request.headers.add(name: "content-type", value: "text/xml")
            request.body = .bytes(ByteBuffer(string: xml))
        }
        do {
            let response = try await client.execute(request, timeout: .seconds(patience))
            let body = try await response.body.collect(upTo: upTo)
            return (response.status, Data(body.readableBytesView), response.headers)
        } catch {
            throw Task.isCancelled ? .scannerStopped : error is NIOTooManyBytesError ? .scannerFailed : .scannerMissing
        }
    }
}

import CentralAPI
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Sync

struct ScriptedRequest: Sendable {
    let method: String
    let target: String
    let headers: [String: String]
    let body: Data

    func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value { try WireCoding.decode(type, from: body) }
}

enum ScriptedAnswer: Sendable {
    case answer(status: Int, Data)
    /// The connection ends without a byte of an answer.
    case cut
    /// Nothing, for ever.
    case silence
    /// The head of a long answer and its first byte.
    case firstByteOnly
    /// These bytes in place of HTTP.
    case bytes(String)

    static func ok(_ value: some Encodable) throws -> ScriptedAnswer {
        .answer(status: 200, try WireCoding.encode(value))
    }
    static func problem(_ problem: Problem) throws -> ScriptedAnswer {
        .answer(status: problem.status, try WireCoding.encode(problem))
    }
}

/// An HTTPS server on a loopback port that demands a client certificate and does what its script says.
struct ScriptedServer {
    typealias Script = @Sendable (ScriptedRequest) async throws -> ScriptedAnswer

    private let listener: any Channel
    private let connections: Connections

    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - isOld: speaks no TLS 1.3.
    static func start(
        certificate: String, key: String, clientRoots: String, port: Int = 0, isOld: Bool = false,
        script: @escaping Script
    ) async throws -> ScriptedServer {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        configuration.maximumTLSVersion = isOld ? .tlsv12 : .tlsv13
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(clientRoots))
        let context = try NIOSSLContext(configuration: configuration)
        let connections = Connections()
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    connections.add(channel)
                    try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ScriptHandler(script: script))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        return ScriptedServer(listener: listener, connections: connections)
    }

    private init(listener: any Channel, connections: Connections) {
        self.listener = listener
        self.connections = connections
    }

    var port: Int { listener.localAddress?.port ?? 0 }

    /// The network is cut: nobody listens, and what was open is gone.
    func stop() async throws {
        try await listener.close().get()
        connections.closeAll()
    }
}

private final class Connections: Sendable {
    private let channels = Box<[any Channel]>([])
    func add(_ channel: any Channel) { channels.change { $0.append(channel) } }
    func closeAll() { for channel in channels.value { channel.close(promise: nil) } }
}

private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let script: ScriptedServer.Script
    private var head: HTTPRequestHead?
    private var body = Data()

    init(script: @escaping ScriptedServer.Script) { self.script = script }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = Data()
        case .body(let part): body += Data(part.readableBytesView)
        case .end:
            guard let head else { return }
            let request = ScriptedRequest(
                method: head.method.rawValue, target: head.uri,
                headers: Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { $1 }, body: body)
            let script = script
            let channel = context.channel
            Task { await carryOut(script, request, on: channel) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

private func carryOut(
    _ script: ScriptedServer.Script, _ request: ScriptedRequest, on channel: any Channel
) async {
    do { await carryOut(try await script(request), on: channel) } catch {
        await carryOut(.answer(status: 500, Data("the script failed".utf8)), on: channel)
    }
}

private func carryOut(_ answer: ScriptedAnswer, on channel: any Channel) async {
    switch answer {
    case .answer(let status, let data):
        await write(status, length: data.count, data, on: channel)
        try? await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
    case .cut: try? await channel.close()
    case .silence: break
    case .firstByteOnly: await write(200, length: 1_000, Data("{".utf8), on: channel)
    case .bytes(let text):
        try? await channel.eventLoop.submit {
            let encoder = try channel.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
            encoder.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: nil)
        }.get()
    }
}

private func write(_ status: Int, length: Int, _ data: Data, on channel: any Channel) async {
    let headers: HTTPHeaders = ["content-length": "\(length)", "content-type": "application/json"]
    let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
    channel.write(HTTPServerResponsePart.head(head), promise: nil)
    try? await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: data))))
}

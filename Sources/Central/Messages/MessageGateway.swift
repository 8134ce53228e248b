import AsyncHTTPClient
import CentralAPI
import Core
import Foundation
import NIOCore
import NIOHTTP1

/// The way to a phone. Called again with the same message when it has failed, or when nobody knows whether it has.
protocol MessageGateway: Sendable {
    func send(_ message: OutgoingMessage) async throws
}

/// A message as it leaves the store.
struct MessageDocument: Codable, Hashable, Sendable {
    let to: String
    let text: String
    let at: Date
}

/// For a demonstration and for tests: one JSON file a message, named by its place in the row of messages. A repeated
/// message replaces its own file.
struct SpoolGateway: MessageGateway {
    let folder: URL

    init(folder: URL) throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: NSNumber(value: 0o700)])
    }

    func send(_ message: OutgoingMessage) async throws {
        let digits = String(message.position)
        let name = String(repeating: "0", count: max(0, 8 - digits.count)) + digits + ".json"
        try PrivateFile.replace(try WireCoding.encode(message.document), at: folder.appending(path: name))
    }
}

/// POST to the hall's SMS provider; `Idempotency-Key` names the message at every attempt.
struct WebhookGateway: MessageGateway {
    let url: String

    struct Refused: Error {
        let status: UInt
    }

    func send(_ message: OutgoingMessage) async throws {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: WireCoding.contentType)
        request.headers.add(name: "Idempotency-Key", value: message.id.uuidString.lowercased())
        request.body = .bytes(ByteBuffer(bytes: try WireCoding.encode(message.document)))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        guard (200..<300).contains(response.status.code) else { throw Refused(status: response.status.code) }
    }
}

extension OutgoingMessage {
    var document: MessageDocument { MessageDocument(to: recipient.digits, text: text, at: createdAt) }
}

import AsyncHTTPClient
import CentralAPI
import Core
import Crypto
package import Foundation
package import Logging
import NIOCore
import NIOHTTP1
import NIOSSL
import SwiftASN1
import X509

/// Certifies a machine's own key.
package protocol Certifier: Sendable {
    /// The first certificate, by a one-use code.
    /// - Returns: PEM, the kiosk's own first.
    func enrol(_ kiosk: String, code: String, key: IdentityKey, now: Date) async throws(EnrolmentFault) -> String
    /// The next one, by the one in force.
    /// - Parameter identity: PEM file with certificate and key.
    func renew(_ kiosk: String, key: IdentityKey, identity: String, now: Date) async throws(EnrolmentFault) -> String
}

/// Asks the store's EST service (RFC 7030) for a certificate.
package struct EnrolmentClient: Certifier {
    private let store: URL
    private let rootsFile: String
    private let logger: Logger

    /// - Parameters:
    ///   - store: `https://host:port`, without a path.
    ///   - rootsFile: PEM of the roots that may have issued the store's certificate.
    package init(store: URL, rootsFile: String, logger: Logger) {
        (self.store, self.rootsFile, self.logger) = (store, rootsFile, logger)
    }

    package func enrol(
        _ kiosk: String, code: String, key: IdentityKey, now: Date
    ) async throws(EnrolmentFault) -> String {
        let credentials = BasicCredentials(name: kiosk, code: WireSecret(code))
        return try await certificate(for: key, of: kiosk, at: EST.enrol, credentials, identity: nil, now)
    }

    package func renew(
        _ kiosk: String, key: IdentityKey, identity: String, now: Date
    ) async throws(EnrolmentFault) -> String {
        try await certificate(for: key, of: kiosk, at: EST.renew, nil, identity: identity, now)
    }

    private func certificate(
        for key: IdentityKey, of kiosk: String, at path: String, _ credentials: BasicCredentials?, identity: String?,
        _ now: Date
    ) async throws(EnrolmentFault) -> String {
        do {
            try checkClock(now)
            let bag = try await exchange(path, try key.request(for: kiosk), credentials, identity)
            let certificates = try bag.certificates.map { try Certificate(derEncoded: $0) }
            guard let own = certificates.first, key.isKey(of: own), own.notValidAfter > now else {
                throw EnrolmentFault.misunderstood
            }
            return try certificates.map { try $0.serializeAsPEM().pemString + "\n" }.joined()
        } catch let fault as EnrolmentFault {
            throw fault
        } catch {
            logger.notice("the store certifies nothing", metadata: ["cause": "\(error)"])
            throw .misunderstood
        }
    }

    /// A machine that was long without power may stand in 1970: every certificate is wrong then, and only the clock is.
    private func checkClock(_ now: Date) throws {
        let pem = try String(contentsOfFile: rootsFile, encoding: .utf8)
        let roots = try PEMFile.certificates(in: pem)
        guard roots.contains(where: { $0.notValidBefore <= now && now <= $0.notValidAfter }) else {
            throw EnrolmentFault.clock
        }
    }

    private func exchange(
        _ path: String, _ request: Data, _ credentials: BasicCredentials?, _ identity: String?
    ) async throws -> CertificateBag {
        let configuration = try StoreConnection(
            baseURL: store, rootsFile: rootsFile, certificateFile: identity ?? "", keyFile: identity ?? ""
        ).clientConfiguration(isAnonymous: identity == nil)
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let bag = try await ask(http, path, request, credentials)
            try await http.shutdown()
            return bag
        } catch {
            try? await http.shutdown()
            throw error
        }
    }

    private func ask(
        _ http: HTTPClient, _ path: String, _ request: Data, _ credentials: BasicCredentials?
    ) async throws -> CertificateBag {
        var message = HTTPClientRequest(url: store.absoluteString + path)
        message.method = .POST
        message.headers.add(name: "content-type", value: EST.requestType)
        message.headers.add(name: "content-transfer-encoding", value: "base64")
        if let credentials { message.headers.add(name: "authorization", value: credentials.header) }
        message.body = .bytes(EST.encode(request))
        let (status, body): (Int, Data)
        do {
            (status, body) = try await withTimeLimit(.seconds(20)) { [message] in
                let response = try await http.execute(message, timeout: .seconds(20))
                let body = try await response.body.collect(upTo: 1 << 18)
                return (Int(response.status.code), Data(body.readableBytesView))
            }
        } catch {
            logger.notice("the store was asked in vain", metadata: ["endpoint": "\(path)", "cause": "\(error)"])
            switch StoreFault(transport: error) {
            case .misunderstood: throw EnrolmentFault.misunderstood
            // A store without EST asks for the certificate in the handshake already.
            case .notEnrolled: throw EnrolmentFault.notOffered
            default: throw EnrolmentFault.unreachable
            }
        }
        guard status == 200 else { throw Self.fault(status, body) }
        guard let der = EST.decode(body) else { throw EnrolmentFault.misunderstood }
        return try CertificateBag(der: Array(der))
    }

    private static func fault(_ status: Int, _ body: Data) -> EnrolmentFault {
        guard let problem = try? WireCoding.decode(Problem.self, from: body) else {
            return (500...599).contains(status) ? .unreachable : .misunderstood
        }
        return switch problem.code {
        case .enrolmentCodeWrong: .codeWrong
        case .enrolmentCodeUsed: .codeUsed
        case .enrolmentCodeExpired: .codeExpired
        case .endpointUnknown, .kioskUnknown: .notOffered
        case .internalError, .unavailable: .unreachable
        default: .misunderstood
        }
    }
}

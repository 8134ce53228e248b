import CentralAPI
import Core
import Foundation
import Hummingbird
import NIOCore
import X509

/// The three endpoints of RFC 7030, on the kiosks' own port.
struct EnrolmentRouting {
    let router: Router<KioskContext>
    let registry: Registry

    func add() {
        guard let enrolment = registry.enrolment else { return }
        router.get(RouterPath(EST.certificates)) { _, _ in try Self.answer([enrolment.authority.certificate]) }
        router.post(RouterPath(EST.enrol)) { [registry] request, _ in
            guard let header = request.headers[.authorization], let credentials = BasicCredentials(header: header)
            else {
                throw Problem(.enrolmentCodeWrong)
            }
            return try Self.answer([try await registry.enrol(credentials, request: Self.request(in: request))])
        }
        router.post(RouterPath(EST.renew)) { [registry] request, context in
            let kiosk = try context.kiosk
            return try Self.answer([try await registry.renew(kiosk, request: Self.request(in: request))])
        }
    }

    private static func request(in request: Request) async throws -> Data {
        guard request.headers[.contentType]?.lowercased().hasPrefix(EST.requestType) == true else {
            throw Problem(.requestUncertifiable, detail: "its type is not \(EST.requestType)")
        }
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: EST.longestRequest) } catch is NIOTooManyBytesError {
            throw Problem(.requestTooLarge)
        }
        guard let der = EST.decode(Data(buffer.readableBytesView)) else {
            throw Problem(.requestUncertifiable, detail: "it is no base64")
        }
        return der
    }

    private static func answer(_ certificates: [Certificate]) throws -> Response {
        let bag = CertificateBag(try certificates.map { Array(try $0.der) })
        return Response(
            status: .ok,
            headers: [
                .contentType: "\(EST.answerType); smime-type=certs-only", .cacheControl: "no-store",
                .contentTransferEncoding: "base64",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: EST.encode(Data(try bag.encoded())))))
    }
}

/// Who shows no certificate gets to the two endpoints that are for those without one, and no further; whose certificate
/// was taken back, gets nowhere.
struct KioskGate: RouterMiddleware {
    let registry: Registry

    func handle(
        _ request: Request, context: KioskContext,
        next: @concurrent (Request, KioskContext) async throws -> Response
    ) async throws -> Response {
        if let certificate = context.certificate {
            if let kiosk = context.kioskName { try await registry.admit(kiosk, certificate: certificate) }
        } else if ![EST.certificates, EST.enrol].contains(request.uri.path) || registry.enrolment == nil {
            throw Problem(.kioskUnknown)
        }
        return try await next(request, context)
    }
}

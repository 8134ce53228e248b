import CentralAPI
import Documents
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOSSL
import SwiftASN1
import X509

/// What a request's handlers know besides the request: from which kiosk it came.
struct KioskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel
    /// CN of the client certificate, once `KioskIdentification` has run.
    var kioskName: String?
    /// DER of the client certificate; nil for a machine that has shown none.
    var certificate: Data?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    var maxUploadSize: Int { WireCoding.largestBody }

    var kiosk: String {
        get throws(Problem) {
            guard let kioskName, !kioskName.isEmpty else { throw Problem(.kioskUnknown) }
            return kioskName
        }
    }
}

/// Reads the name of the kiosk from its TLS certificate, which the handshake has checked against the client CA.
struct KioskIdentification: RouterMiddleware {
    func handle(
        _ request: Request, context: KioskContext,
        next: @concurrent (Request, KioskContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.certificate = await Self.certificate(of: context.channel)
        context.kioskName = context.certificate.flatMap {
            try? Certificate(derEncoded: Array($0)).subject.text(of: .RDNAttributeType.commonName)
        }
        context.logger[metadataKey: "kiosk"] = .string(context.kioskName ?? "none")
        return try await next(request, context)
    }

    /// With HTTP/2 the TLS handler sits on the parent of a stream's channel.
    private static func certificate(of channel: any Channel) async -> Data? {
        var candidate: (any Channel)? = channel
        while let channel = candidate {
            if let certificate = try? await channel.nioSSL_peerCertificate().get() {
                return (try? certificate.toDERBytes()).map { Data($0) }
            }
            candidate = channel.parent
        }
        return nil
    }
}

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL

extension StoreConnection {
    /// TLS 1.3 both ways, HTTP/1.1: over HTTP/2 a refused client certificate looks like a lost connection.
    /// - Throws: what NIOSSL says of a file that it cannot use.
    /// - Parameter isAnonymous: shows no certificate, as a machine that has none yet.
    func clientConfiguration(isAnonymous: Bool = false) throws -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv13
        tls.certificateVerification = .fullVerification
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(rootsFile))
        if !isAnonymous {
            tls.certificateChain = try NIOSSLCertificate.fromPEMFile(certificateFile).map { .certificate($0) }
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: keyFile, format: .pem))
        }
        // A store that holds a long poll does not read our farewell; without this each stop takes NIOSSL's 5 s.
        tls.shutdownTimeout = .milliseconds(300)

        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.httpVersion = .http1Only
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = TimeAmount(connectTimeout)
        // Whoever asks decides whether to ask again; a second layer of retries would only hide an outage.
        configuration.connectionPool.retryConnectionEstablishment = false
        // The buffers of a connection keep what went through them, as long as it stands.
        configuration.connectionPool.idleTimeout = TimeAmount(idleTimeout)
        return configuration
    }
}

import Foundation

/// Where IPP requests for one queue or printer go.
package struct IPPEndpoint: Hashable, Sendable {
    /// Host name, address, or the path of a Unix socket.
    package let host: String
    package let port: Int
    package let isEncrypted: Bool
    /// The HTTP resource, as `/ipp/print`.
    package let resource: String
    /// `printer-uri` of every request.
    package let uri: String

    /// A queue of cupsd.
    /// - Parameter server: a host name, or the path of cupsd's socket.
    package static func queue(_ name: String, server: String, port: Int = 631) -> IPPEndpoint {
        IPPEndpoint(
            host: server, port: port, isEncrypted: false, resource: "/printers/\(name)",
            uri: "ipp://localhost/printers/\(name)")
    }

    /// A printer by its own address, `ipp://host[:port]/ipp/print` or `ipps://…`; nil for anything else.
    package static func printer(_ uri: String) -> IPPEndpoint? {
        guard let parts = URLComponents(string: uri), parts.scheme == "ipp" || parts.scheme == "ipps",
            let host = parts.host, !host.isEmpty
        else { return nil }
        return IPPEndpoint(
            host: host, port: parts.port ?? 631, isEncrypted: parts.scheme == "ipps",
            resource: parts.path.isEmpty ? "/" : parts.path, uri: uri)
    }
}

import Foundation

/// One question that a kiosk may ask: method, path, and the types that go there and back. Both sides compile against
/// the same value, so that a path or a type can never differ between them.
///
/// A `{name}` in the path is filled from the request's parameters; those without a place go into the query. Neither
/// ever holds a person's name or number.
package struct Endpoint<Request: Codable & Sendable, Response: Codable & Sendable>: Sendable {
    package let method: EndpointMethod
    package let path: String
    package let access: EndpointAccess

    init(_ method: EndpointMethod, _ path: String, _ access: EndpointAccess) {
        self.method = method
        self.path = path
        self.access = access
    }

    package var summary: EndpointSummary {
        EndpointSummary(
            method: method, path: path, access: access, request: String(describing: Request.self),
            response: String(describing: Response.self))
    }
}

package enum EndpointMethod: String, Hashable, Sendable, CaseIterable {
    /// The request is in path and query.
    case get = "GET"
    /// The request is a JSON body.
    case post = "POST"
}

/// What a caller must show. Every endpoint demands the kiosk's TLS certificate.
package enum EndpointAccess: String, Hashable, Sendable, CaseIterable {
    case kiosk
    /// The token of an applicant's session in the Authorization header, opened by this kiosk.
    case applicant
    /// Of an applicant's or an enterprise's session.
    case session
    /// Of a staff card's session with the role of hall staff.
    case hallStaff = "hall staff"
}

/// An endpoint without its types, for the documentation and the request log.
package struct EndpointSummary: Hashable, Sendable {
    package let method: EndpointMethod
    package let path: String
    package let access: EndpointAccess
    package let request: String
    package let response: String
}

/// A request that is carried by the URL alone.
package protocol URLParameters: Codable, Sendable {
    /// In the order in which they go into the query.
    var parameters: [(name: String, value: String)] { get }
    /// Nil when one is missing or does not parse.
    init?(parameters: [String: String])
}

extension Endpoint where Request: URLParameters {
    /// Path and query for this request, percent-encoded.
    package func target(_ request: Request) -> String {
        var path = path
        var query: [String] = []
        for (name, value) in request.parameters {
            let value = value.addingPercentEncoding(
                withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-_")))
            let placed = path.replacingOccurrences(of: "{\(name)}", with: value ?? "")
            if placed == path { query.append("\(name)=\(value ?? "")") }
            path = placed
        }
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }
}

/// The Authorization header of a session's request.
package enum Authorization {
    package static let scheme = "Bearer"

    package static func header(_ text: String) -> String { "\(scheme) \(text)" }

    /// The token in such a header; nil for any other scheme.
    package static func token(in header: String) -> String? {
        let parts = header.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == scheme.lowercased() else { return nil }
        return String(parts[1])
    }
}

import Hummingbird

typealias HeaderName = HTTPFields.Element.Name

extension HTTPFields.Element.Name {
    static let referrerPolicy = named("Referrer-Policy")
    static let xFrameOptions = named("X-Frame-Options")
    static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = named("Permissions-Policy")
    static let secFetchSite = named("Sec-Fetch-Site")
    static let contentTransferEncoding = named("Content-Transfer-Encoding")

    /// A constant of this file: that it is a token is beyond doubt.
    private static func named(_ name: String) -> HTTPFields.Element.Name {
        guard let name = HTTPFields.Element.Name(name) else { preconditionFailure("\(name) is no token") }
        return name
    }
}

import Hummingbird

/// The cookies of the back office. `__Host-` binds a cookie to this host alone: no neighbour can set it.
enum OfficeCookie: String {
    case session = "__Host-office"
    /// Of the login page, before there is a session: binds its form to the browser that was shown it.
    case visit = "__Host-visit"

    func holding(_ value: String) -> String {
        "\(rawValue)=\(value); Path=/; Secure; HttpOnly; SameSite=Strict"
    }

    var ended: String { "\(holding("")); Max-Age=0" }

    func value(in request: Request) -> String? {
        let value = request.cookies[rawValue]?.value
        return value?.isEmpty == false ? value : nil
    }
}

extension Response {
    static func page(_ page: OfficePage, status: HTTPResponse.Status = .ok, setting cookie: String? = nil) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        if let cookie { headers[.setCookie] = cookie }
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: .init(string: page.markup.html)))
    }

    /// - Parameter path: of this site.
    static func redirect(to path: String, setting cookies: String...) -> Response {
        var headers: HTTPFields = [.location: path]
        headers[values: .setCookie] = cookies
        return Response(status: .seeOther, headers: headers)
    }
}

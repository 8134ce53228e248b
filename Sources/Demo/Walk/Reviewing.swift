import Foundation
import VirtualDevices

/// A reviewer at the store's own pages: logs in, opens the only application that waits, and sends the form of an act, as
/// a browser without scripts does.
struct Reviewing: Sendable {
    private let hall: Hall

    init(_ hall: Hall) { self.hall = hall }

    var address: String { "https://localhost:\(hall.store.officePort)/" }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameters:
    ///   - act: as the form's address names it, such as `requireCorrection`.
    ///   - fields: what is typed into it; the tick that affirms it is set.
    func act(_ act: String, _ fields: [(name: String, value: String)] = []) async throws {
        let login = try await get("login")
        let reviewer = StoreProcess.reviewer
        let queue = try await post(
            "login",
            [
                ("form", try Self.field("form", in: login)), ("account", reviewer.account),
                ("password", reviewer.password),
            ])
        let path = try Self.first(/href="\/(applications\/[0-9a-f-]+)"/, in: queue, "an application that waits")
        let page = try await get(path)
        let done = try await post(
            "\(path)/acts/\(act)",
            [
                ("form", try Self.field("form", in: page)), ("revision", try Self.field("revision", in: page)),
                ("sure", "yes"),
            ] + fields)
        guard done.contains("role=\"status\"") else { throw Failure(description: "\(act) was not done:\n\(done)") }
        _ = try await post("logout", [("form", try Self.field("form", in: done))])
    }

    private func get(_ path: String) async throws -> String { try await ask(path, []) }

    private func post(_ path: String, _ fields: [(name: String, value: String)]) async throws -> String {
        // Redirections lead to pages, which are asked for with GET.
        try await ask(path, fields.flatMap { ["--data-urlencode", "\($0.name)=\($0.value)"] })
    }

    /// - Returns: the page, after redirections.
    private func ask(_ path: String, _ arguments: [String]) async throws -> String {
        let log = hall.directory.path("review-\(UUID().uuidString).log")
        defer { try? FileManager.default.removeItem(atPath: log) }
        let cookies = hall.directory.path("review.cookies")
        return try await ServiceProcess.Once(
            "/usr/bin/curl",
            [
                "--silent", "--show-error", "--location", "--max-time", "30", "--cacert", hall.cards.pki.tlsRoot.path,
                "--cookie", cookies, "--cookie-jar", cookies,
            ] + arguments + [address + path], log: log
        ).output()
    }

    private static func field(_ name: String, in page: String) throws -> String {
        let pattern = try Regex("name=\"\(name)\" value=\"([^\"]*)\"", as: (Substring, Substring).self)
        return try first(pattern, in: page, "field \(name)")
    }

    private static func first(
        _ pattern: Regex<(Substring, Substring)>, in page: String, _ what: String
    ) throws -> String {
        guard let match = page.firstMatch(of: pattern) else { throw Failure(description: "no \(what):\n\(page)") }
        return String(match.1)
    }
}

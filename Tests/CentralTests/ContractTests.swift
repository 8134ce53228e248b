import CentralAPI
import Core
import Foundation
import Testing

struct ContractTests {
    @Test(arguments: ProblemCode.allCases)
    func `each problem keeps its number, its status and what it tells beside them`(_ code: ProblemCode) throws {
        let problem = Problem(
            code, detail: "detail", triesLeft: 2, retryAfter: 30, finding: .expired, reference: "reference")
        #expect(try WireCoding.decode(Problem.self, from: WireCoding.encode(problem)) == problem)
        #expect(problem.type == "urn:service-hall-kiosk:problem:\(code.rawValue)")
        #expect((400..<600).contains(problem.status))
        #expect(!problem.title.isEmpty)
    }

    static let faults: [StoreFault] =
        [
            .unreachable, .notEnrolled, .sessionEnded, .wrongCode(triesLeft: 3), .codeExpired,
            .tooManyCodes(retryAfter: 42), .enterpriseUnknown, .notFound, .notPermitted,
            .internalError(reference: "reference"),
            .misunderstood,
        ] + CertificateFinding.allCases.map { .certificateRejected($0) }

    @Test(arguments: faults)
    func `each fault crosses the wire and is itself again`(_ fault: StoreFault) throws {
        let body = try WireCoding.encode(Problem(fault))
        #expect(try WireCoding.decode(Problem.self, from: body).fault == fault)
    }

    @Test(arguments: [0, 0.001, 1_795_330_800.123, 1_795_330_800.9996, -1.5, 253_402_300_799.999])
    func `an instant that was read is written the same`(_ seconds: TimeInterval) throws {
        let text = WireCoding.text(of: Date(timeIntervalSince1970: seconds))
        let date = try #require(WireCoding.date(in: text))
        #expect(WireCoding.text(of: date) == text)
        #expect(abs(date.timeIntervalSince1970 - seconds) <= 0.000_51)
    }

    @Test(arguments: ["2026-11-22T06:35:00Z", "2026-11-22 06:35:00.000Z", "2026-11-22T06:35:00.0000Z", ""])
    func `other writings of an instant are refused`(_ text: String) {
        #expect(WireCoding.date(in: text) == nil)
    }

    @Test func `URLs hold identifiers, digests and cursors only`() throws {
        let digest = try #require(PaperDigest(bytes: [UInt8](repeating: 171, count: 32)))
        let application = try #require(ApplicationID("0E0B6D6C-5F0E-4C53-9E3C-2D6C0C3B1A11"))
        #expect(
            Endpoints.paper.target(PaperReference(application: application, digest: digest))
                == "/v1/applications/0e0b6d6c-5f0e-4c53-9e3c-2d6c0c3b1a11/papers/" + String(repeating: "ab", count: 32))
        #expect(Endpoints.changes.target(ChangeCursor(after: 7, wait: 30)) == "/v1/changes?after=7&wait=30")
        #expect(Endpoints.applications.target(Nothing()) == "/v1/applications")
    }

    @Test func `secrets on the wire print as dots`() {
        let request = CSC.SignHashRequest(credentialID: "1", SAD: WireSecret("secret"), hash: [])
        var text = "\(request) \(String(reflecting: request))"
        dump(PhoneProof(ticket: UUID(), code: WireSecret("secret")), to: &text)
        #expect(!text.contains("secret"))
    }

    @Test(arguments: ["Bearer abc", "bearer  abc"])
    func `the token is read from the header`(_ header: String) {
        #expect(Authorization.token(in: header) == "abc")
    }

    @Test(arguments: ["", "abc", "Basic abc", "Bearer a b"])
    func `another header holds no token`(_ header: String) {
        #expect(Authorization.token(in: header) == nil)
    }

    /// RECORD=1 writes it.
    @Test func `the document lists every endpoint and every problem`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../docs/central-api.md"
        ).standardized
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(ContractDocument.text.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == ContractDocument.text)
    }
}

/// docs/central-api.md
enum ContractDocument {
    static var text: String {
        """
        # The central store's interface

        Written by `ContractTests` (`RECORD=1`) from `Sources/CentralAPI`; do not edit.

        HTTP/1.1 over TLS 1.3. The client shows a certificate of the kiosks' issuer; its CN is the kiosk, and is kept \
        with all that it files. A session's token goes into `Authorization: Bearer …` and is good for that kiosk \
        alone. Bodies are JSON of at most 8 MB: keys as the types of `Core` name them, instants as \
        `2026-11-22T06:35:00.000Z`, days as `2026-11-22`, bytes as base64. URLs hold identifiers, digests and cursors, \
        never a person's name or number.

        ## Endpoints
        | method | path | needs | request | answer |
        |---|---|---|---|---|
        \(Endpoints.all.map(row).joined(separator: "\n"))

        `POST /v1/entries` applies an entry at most once by its id and answers a repetition with the first receipt; a \
        refusal is a receipt too, not a problem. `GET /v1/changes` waits up to `wait` seconds (at most 60) and tells of \
        the applications for which this kiosk has filed entries. The CSC paths follow the Cloud Signature Consortium \
        API v1.0.4; `credentials/sendOTP` answers with the ticket where the specification answers 204. A piece of a \
        release is answered as it is (`\(RawBytes.contentType)`), at most \(ReleaseOffer.piece) bytes from `from` on.

        Where the store's settings have `enrolment`, a machine without a certificate gets one by EST (RFC 7030) on the \
        same port: `\(EST.certificates)` and `\(EST.enrol)` (HTTP Basic: the kiosk's name and its one-use code) ask \
        for none; `\(EST.renew)` asks for the one that is to be renewed. Requests are PKCS#10 for a key on P-256 with \
        the kiosk's name as the only part of the subject. The same key with the same code is answered with the same \
        certificate until the code's time is over.

        ## Problems
        `application/problem+json` (RFC 9457): `type`, `title`, `status`, `code`, and where they apply `detail`, \
        `triesLeft`, `retryAfter` (seconds), `finding`, `reference`, and `error` as the CSC API names it. A code is \
        never used again for another meaning.

        | code | status | title | kiosk's fault | CSC `error` |
        |---|---|---|---|---|
        \(ProblemCode.allCases.map(row).joined(separator: "\n"))

        """
    }

    private static func row(_ endpoint: EndpointSummary) -> String {
        let needs =
            switch endpoint.access {
            case .kiosk: "certificate"
            case .applicant: "applicant's session"
            case .session: "session"
            case .hallStaff: "hall staff's session"
            }
        return "| \(endpoint.method.rawValue) | `\(endpoint.path)` | \(needs) | `\(endpoint.request)` "
            + "| `\(endpoint.response)` |"
    }

    private static func row(_ code: ProblemCode) -> String {
        let fault = "\(Problem(code).fault)".prefix { $0 != "(" }
        return "| \(code.rawValue) | \(code.status) | \(code.title) | `\(fault)` | \(code.signingError ?? "–") |"
    }
}

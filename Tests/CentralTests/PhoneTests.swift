import AsyncHTTPClient
import CentralAPI
import Core
import Documents
import Foundation
import NIOCore
import NIOHTTP1
import Testing

@testable import Central

/// The pages for phones, asked as a phone's browser asks: over TLS, without a certificate.
@Suite(.serialized)
struct PhoneTests {
    @Test func `a file goes from the phone to the kiosk that shows the code, and to no other`() async throws {
        try await withPhone { hall in
            let ticket = try await hall.open(.qualificationScan)
            #expect(ticket.address.hasPrefix("https://127.0.0.1:\(hall.store.phonePort)/u/"))
            #expect(ticket.address.count < 62)
            #expect(try await hall.state(of: ticket) == .waiting)
            let page = try await hall.get(ticket.address)
            #expect(page.status == 200 && page.text.contains("上传资格证书扫描件"))
            #expect(page.headers["content-security-policy"]?.first?.contains("default-src 'none'") == true)
            #expect(page.headers["cache-control"] == ["no-store"] && page.text.contains("no-referrer"))
            #expect(try await hall.state(of: ticket) == .opened)
            async let news = hall.state(of: ticket, wait: 20)
            let sent = try await hall.upload(Samples.scan.content, to: ticket.address)
            #expect(sent.status == 200 && sent.text.contains("已收到"))
            #expect(try await news == .arrived(Samples.scan.content))
            // What was lost on the way to the kiosk is fetched again.
            #expect(try await hall.state(of: ticket) == .arrived(Samples.scan.content))
            let other = try await hall.kiosk.ask(Endpoints.openApplicantSession, try Samples.identity(1)).token
            await #expect(throws: Problem(.notFound)) { try await hall.state(of: ticket, as: other.text) }
        }
    }

    @Test func `a code is good once`() async throws {
        try await withPhone { hall in
            let ticket = try await hall.open(.educationProof)
            #expect(try await hall.upload(Samples.proof.content, to: ticket.address).status == 200)
            #expect(try await hall.get(ticket.address).status == 410)
            #expect(try await hall.upload(Samples.scan.content, to: ticket.address).status == 410)
            #expect(try await hall.state(of: ticket) == .arrived(Samples.proof.content))
        }
    }

    @Test func `of two phones with one code exactly one wins`() async throws {
        try await withPhone { hall in
            let ticket = try await hall.open(.educationProof)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<6 {
                    let file = Samples.pdf(.educationProof, "\(number)").content
                    group.addTask { try await hall.upload(file, to: ticket.address).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 200 }.count == 1 && statuses.filter { $0 == 410 }.count == 5)
        }
    }

    @Test func `a wrong file is refused with the reason, and the code is still good`() async throws {
        try await withPhone { hall in
            let scan = try await hall.open(.qualificationScan)
            let wrong: [(Data, Int, String)] = [
                (Data("no pdf".utf8), 422, "A-901"), (Data("%PDF-1.4 nothing".utf8), 422, "A-902"),
                (Data(), 422, "A-901"),
                (Samples.photo, 422, "A-901"), (Samples.scan.content + Data(count: 2_097_152), 422, "A-907"),
                (Data(count: 3_000_000), 413, "A-907"),
            ]
            for (file, status, code) in wrong {
                let answer = try await hall.upload(file, to: scan.address)
                let finding = try #require(Self.words[code])
                #expect(answer.status == status && answer.text.contains(finding), "\(code): \(answer.status)")
            }
            #expect(try await hall.upload(Samples.scan.content, to: scan.address).status == 200)
            let photo = try await hall.open(.photo)
            #expect(try await hall.upload(Samples.scan.content, to: photo.address).status == 422)
            #expect(try await hall.upload(Samples.photo, to: photo.address).status == 200)
        }
    }

    private static let words: [String: String] = [
        "A-901": AttachmentFinding.notPDF.advice.applicant.chinese,
        "A-902": AttachmentFinding.noPages.advice.applicant.chinese,
        "A-907": AttachmentFinding.tooLarge(limit: 2_097_152).advice.applicant.chinese,
    ]

    @Test func `what is no form with a file is refused`() async throws {
        try await withPhone { hall in
            let ticket = try await hall.open(.educationProof)
            let bodies = [
                "", "--x", "--x\r\n\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n%PDF\r\n--x--",
            ]
            for body in bodies {
                let answer = try await hall.post(
                    ticket.address, Data(body.utf8), type: "multipart/form-data; boundary=x")
                #expect(answer.status == 422, "\(body)")
            }
            #expect(try await hall.post(ticket.address, Samples.proof.content, type: "application/pdf").status == 422)
            #expect(try await hall.state(of: ticket) == .waiting)
        }
    }

    @Test func `a signature comes as strokes or as a picture, and what is none is refused with the reason`()
        async throws
    {
        try await withPhone { hall in
            let ticket = try await hall.open(.signature)
            let page = try await hall.get(ticket.address)
            #expect(page.text.contains("登记签名") && page.text.contains("<canvas") && page.text.contains("image/jpeg"))
            for strokes in ["[[500,500,510,505]]", "[]", "[[0,0,2000,5]]"] {
                let answer = try await hall.draw(strokes, to: ticket.address)
                #expect(answer.status == 422, "\(strokes)")
                #expect(answer.text.contains(SignaturePictureProblem.tooSmall.advice.applicant.chinese))
            }
            let photo = try await hall.upload(Samples.scan.content, to: ticket.address)
            #expect(photo.text.contains(SignaturePictureProblem.notJPEG.advice.applicant.chinese))
            let strokes = "[[100,200,900,250],[500,100,480,900]]"
            #expect(try await hall.draw(strokes, to: ticket.address).status == 200)
            #expect(try await hall.state(of: ticket) == .arrived(Data(strokes.utf8)))
        }
    }

    @Test func `a code that nobody gave out leads nowhere, and neither does one of another kind`() async throws {
        try await withPhone { hall in
            let root = "https://127.0.0.1:\(hall.store.phonePort)"
            for path in ["/u/aaaaaaaaaaaaaaaaaaaaaaaaaa", "/u/x", "/d/aaaaaaaaaaaaaaaaaaaaaaaaaa"] {
                #expect(try await hall.get(root + path).status == 410, "\(path)")
            }
            for path in ["/", "/v1/applications", "/v1/time", "/u/../v1/time"] {
                #expect(try await hall.get(root + path).status == 404, "\(path)")
            }
            let ticket = try await hall.open(.photo)
            #expect(try await hall.get(ticket.address.replacing("/u/", with: "/d/")).status == 410)
            let token = try #require(ticket.address.split(separator: "/").last)
            #expect(try !hall.store.logged.contains(token))
        }
    }

    @Test func `a session that is none opens no page`() async throws {
        try await withPhone { hall in
            await #expect(throws: Problem(.sessionEnded)) {
                try await hall.kiosk.ask(
                    Endpoints.openUpload, UploadRequest(purpose: .attachment(.photo)), token: "none")
            }
        }
    }
}

/// By the clock, which only the registry itself can be given.
struct PhoneTicketTests {
    @Test func `ten minutes after it was shown a code is over, and what came is kept for ten more`() async throws {
        try await withStore { store in
            let session = try await store.registered()
            let first = try await store.registry.openUpload(UploadRequest(purpose: .attachment(.photo)), for: session)
            let second = try await store.registry.openUpload(UploadRequest(purpose: .attachment(.photo)), for: session)
            func token(_ ticket: UploadTicket) throws -> String {
                String(try #require(ticket.address.split(separator: "/").last))
            }
            store.clock.advance(seconds: 599)
            let opened = try #require(try await store.registry.ticket(token(first)))
            #expect(try await store.registry.handIn(Samples.photo, with: opened))
            let late = try #require(try await store.registry.ticket(token(second)))
            store.clock.advance(seconds: 2)
            #expect(try await store.registry.ticket(token(second)) == nil)
            #expect(try await !store.registry.handIn(Samples.photo, with: late))
            let reference = UploadReference(upload: second.id, wait: 0)
            await #expect(throws: Problem(.codeExpired)) {
                try await store.registry.takeUpload(reference, for: session)
            }
            let arrived = UploadReference(upload: first.id, wait: 0)
            #expect(try await store.registry.takeUpload(arrived, for: session) == .arrived(Samples.photo))
            store.clock.advance(seconds: 601)
            let again = try await store.registered()
            _ = try await store.registry.openUpload(UploadRequest(purpose: .attachment(.photo)), for: again)
            await #expect(throws: Problem(.notFound)) { try await store.registry.takeUpload(arrived, for: session) }
        }
    }

    @Test func `a paper is taken along once, by who may read it`() async throws {
        try await withStore { store in
            let owner = try await store.registered()
            let saved = try await store.save()
            _ = try await store.sign(saved.id, pdf: Data("signed".utf8)).status()
            let paper = PaperReference(application: saved.id, digest: Samples.digest(Data("signed".utf8)))
            let ticket = try await store.registry.openDownload(paper, for: owner)
            let token = String(try #require(ticket.address.split(separator: "/").last))
            let opened = try #require(try await store.registry.ticket(token))
            #expect(try await store.registry.fetch(with: opened) == Data("signed".utf8))
            #expect(try await store.registry.fetch(with: opened) == nil)
            #expect(try await store.registry.ticket(token) == nil)
            let stranger = try await store.registered(1)
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.openDownload(paper, for: stranger)
            }
        }
    }

    @Test func `a certificate is taken along once, in the edition of its code, by its holder alone`() async throws {
        try await withStore(certifyingWith: PaperPress(fonts: Fonts.directory)) { store in
            _ = try await store.approved()
            let session = try await store.session()
            let certificate = try await store.certificate()
            let reference = CertificateReference(certificate.id)
            // Not before it is collected.
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.openDownload(reference, for: session)
            }
            _ = try await store.submit(.collect(certificate.id), store.subject(of: certificate)).status()
            let ticket = try await store.registry.openDownload(reference, for: session)
            let news = UploadReference(upload: ticket.id, wait: 0)
            #expect(try await store.registry.takeUpload(news, for: session) == .waiting)
            let pdf = try await store.registry.certificatePaper(certificate.id, for: session).pdf
            let token = String(try #require(ticket.address.split(separator: "/").last))
            let opened = try #require(try await store.registry.ticket(token))
            #expect(try await store.registry.fetch(with: opened) == pdf)
            #expect(try await store.registry.takeUpload(news, for: session) == .fetched)
            #expect(try await store.registry.fetch(with: opened) == nil)
            let stranger = try await store.registered(1)
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.openDownload(reference, for: stranger)
            }
            await #expect(throws: Problem(.notFound)) { try await store.registry.takeUpload(news, for: stranger) }
            let late = try await store.registry.openDownload(reference, for: session)
            let end = String(try #require(late.address.split(separator: "/").last))
            let known = try #require(try await store.registry.ticket(end))
            store.clock.advance(seconds: 601)
            #expect(try await store.registry.fetch(with: known) == nil)
            #expect(try await store.registry.ticket(end) == nil)
        }
    }

    @Test func `no code is in the database, nor two the same`() async throws {
        try await withStore { store in
            let session = try await store.registered()
            var tokens: Set<String> = []
            for _ in 0..<20 {
                let ticket = try await store.registry.openUpload(
                    UploadRequest(purpose: .attachment(.photo)), for: session)
                let token = String(try #require(ticket.address.split(separator: "/").last))
                #expect(token.utf8.count == 26)
                tokens.insert(token)
            }
            #expect(tokens.count == 20)
            let rows = try await store.registry.database.read { try $0.rows("SELECT * FROM tickets") }
            for row in rows {
                for case .text(let text) in row.columns.values { #expect(!tokens.contains(text)) }
            }
        }
    }
}

/// A served store, a kiosk with a session at it, and a phone.
struct PhoneHall: Sendable {
    let store: ServedStore
    let kiosk: KioskClient
    let phone: HTTPClient
    let token: String

    struct Answer {
        let status: Int
        let headers: [String: [String]]
        let text: String
    }

    func open(_ kind: AttachmentKind) async throws -> UploadTicket { try await open(.attachment(kind)) }

    func open(_ purpose: FilePurpose) async throws -> UploadTicket {
        try await kiosk.ask(Endpoints.openUpload, UploadRequest(purpose: purpose), token: token)
    }

    func state(of ticket: UploadTicket, wait: Int = 0, as token: String? = nil) async throws -> UploadState {
        try await kiosk.ask(
            Endpoints.takeUpload, UploadReference(upload: ticket.id, wait: wait), token: token ?? self.token)
    }

    func get(_ address: String) async throws -> Answer { try await send(HTTPClientRequest(url: address)) }

    func upload(_ file: Data, to address: String) async throws -> Answer {
        let boundary = "----phone0123456789"
        var body = Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.bin\"\r\n".utf8)
        body +=
            Data("Content-Type: application/octet-stream\r\n\r\n".utf8) + file + Data("\r\n--\(boundary)--\r\n".utf8)
        return try await post(address, body, type: "multipart/form-data; boundary=\(boundary)")
    }

    /// As the page's script sends it: the strokes, and a file that was not chosen.
    func draw(_ strokes: String, to address: String) async throws -> Answer {
        let form = """
            --x\r\nContent-Disposition: form-data; name="strokes"\r\n\r\n\(strokes)\r\n--x\r\n\
            Content-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--x--
            """
        return try await post(address, Data(form.utf8), type: "multipart/form-data; boundary=x")
    }

    func post(_ address: String, _ body: Data, type: String) async throws -> Answer {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "content-type", value: type)
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await send(request)
    }

    private func send(_ request: HTTPClientRequest) async throws -> Answer {
        let response = try await phone.execute(request, timeout: .seconds(30))
        let body = try await response.body.collect(upTo: 1 << 22)
        return Answer(
            status: Int(response.status.code),
            headers: Dictionary(response.headers.map { ($0.name.lowercased(), [$0.value]) }, uniquingKeysWith: +),
            text: String(buffer: body))
    }
}

func withPhone(_ body: @escaping (PhoneHall) async throws -> Void) async throws {
    try await withServedStore { store, process in
        try await withKiosk(store.hosts.host("kiosk-001"), trusting: store.hosts, port: process.port) { kiosk in
            let token = try await kiosk.ask(Endpoints.openApplicantSession, try Samples.identity()).token.text
            try await withKiosk(nil, trusting: store.hosts, port: store.phonePort) { phone in
                try await body(PhoneHall(store: store, kiosk: kiosk, phone: phone.client, token: token))
            }
        }
    }
}

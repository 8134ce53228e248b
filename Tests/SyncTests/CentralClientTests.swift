import CentralAPI
import Core
import Crypto
import Foundation
import Logging
import Testing

@testable import Sync

@Suite struct CentralClientTests {
    @Test func `a question goes to its endpoint with the session's token and nothing else in the URL`() async throws {
        let asked = Box<[ScriptedRequest]>([])
        let script: ScriptedServer.Script = { request in
            asked.change { $0.append(request) }
            if request.target == Endpoints.openApplicantSession.path { return try .ok(try Sample.session()) }
            if request.target == Endpoints.applications.path { return try .ok([try Sample.status(1)]) }
            return try .ok(ChangePage(changes: [], cursor: 9))
        }
        try await withHall(script: script) { hall in
            let session = try await hall.client.openApplicantSession(Sample.identity())
            let applications = try await hall.client.applications(session: Sample.token)
            let page = try await hall.client.changes(after: 8, wait: 20)
            #expect(try session == Sample.session())
            #expect(try applications == [Sample.status(1)])
            #expect(page.cursor == 9)
        }
        let requests = asked.value
        #expect(requests.map(\.method) == ["POST", "GET", "GET"])
        #expect(
            requests.map(\.target) == ["/v1/sessions/applicant", "/v1/applications", "/v1/changes?after=8&wait=20"])
        #expect(requests.map { $0.headers["authorization"] } == [nil, "Bearer \(Sample.token.text)", nil])
        #expect(try requests[0].decoded(IdentityRecord.self) == Sample.identity())
    }

    static let faults: [StoreFault] =
        [
            .unreachable, .notEnrolled, .sessionEnded, .wrongCode(triesLeft: 2), .codeExpired,
            .tooManyCodes(retryAfter: 45), .enterpriseUnknown, .notFound, .internalError(reference: "r-1"),
            .misunderstood,
        ] + CertificateFinding.allCases.map { .certificateRejected($0) }

    @Test(arguments: faults)
    func `a problem document becomes its fault`(fault: StoreFault) async throws {
        try await withHall(script: { _ in try .problem(Problem(fault)) }) { hall in
            await #expect(throws: fault) { try await hall.client.requestChallenge() }
        }
    }

    static let answers: [(String, ScriptedAnswer, StoreFault)] = [
        ("a page of a gateway", .answer(status: 502, Data("<html>Bad Gateway".utf8)), .unreachable),
        ("an empty 503", .answer(status: 503, Data()), .unreachable),
        ("a bare 500", .answer(status: 500, Data("oops".utf8)), .internalError(reference: "HTTP 500")),
        ("a bare 404", .answer(status: 404, Data("not found".utf8)), .misunderstood),
        ("a redirect", .answer(status: 302, Data()), .misunderstood),
        ("another type", .answer(status: 200, Data("[1]".utf8)), .misunderstood),
        ("half a document", .answer(status: 200, Data("{\"id\":".utf8)), .misunderstood),
        ("no HTTP", .bytes("220 mail.example ESMTP\r\n\r\n"), .misunderstood),
        ("too long", .answer(status: 200, Data(count: 17 * 1024 * 1024)), .misunderstood),
        ("a cut connection", .cut, .unreachable),
    ]

    @Test(arguments: answers)
    func `an answer that is none is told apart from a store that is away`(
        name: String, answer: ScriptedAnswer, fault: StoreFault
    ) async throws {
        try await withHall(script: { _ in answer }) { hall in
            await #expect(throws: fault) { try await hall.client.requestChallenge() }
        }
    }

    @Test(arguments: [ScriptedAnswer.silence, .firstByteOnly])
    func `a store that stops talking is unreachable, before its answer or in the middle`(
        answer: ScriptedAnswer
    ) async throws {
        try await withHall(answerTimeout: .milliseconds(600), script: { _ in answer }) { hall in
            await #expect(throws: StoreFault.unreachable) { try await hall.client.requestChallenge() }
        }
    }

    @Test func `the connection's state is told at once and at every change`() async throws {
        let answers = Box<[ScriptedAnswer]>([
            try .ok(EnterpriseRegisterPage(enterprises: [], cursor: 0, isLast: true)), .cut, .cut,
            try .problem(Problem(.notFound)),
        ])
        try await withHall(script: { _ in answers.change { $0.removeFirst() } }) { hall in
            var states = hall.client.reachability().makeAsyncIterator()
            await expect(&states, true)
            for _ in 0..<4 { _ = try? await hall.client.enterpriseRegister(after: 0) }
            await expect(&states, false)
            await expect(&states, true)
            var later = hall.client.reachability().makeAsyncIterator()
            await expect(&later, true)
        }
    }

    @Test func `a question that nobody waits for any more says nothing about the store`() async throws {
        let asked = Signal()
        let script: ScriptedServer.Script = { request in
            guard request.target == Endpoints.requestChallenge.path else {
                return try .ok(EnterpriseRegisterPage(enterprises: [], cursor: 0, isLast: true))
            }
            asked.fire()
            return .silence
        }
        try await withHall(script: script) { hall in
            let states = Box<[Bool]>([])
            let stream = hall.client.reachability()
            let listener = Task { for await state in stream { states.change { $0.append(state) } } }
            let question = Task { try await hall.client.requestChallenge() }
            _ = await asked.occurrences.first { true }
            question.cancel()
            _ = await question.result
            _ = try await hall.client.enterpriseRegister(after: 0)
            listener.cancel()
            await listener.value
            #expect(!states.value.contains(false))
        }
    }

    @Test func `a paper is taken only when its bytes are those that the digest names`() async throws {
        let paper = Data("%PDF-1.7 示例".utf8)
        let digest = try #require(PaperDigest(bytes: SHA256.hash(data: paper)))
        let other = try #require(PaperDigest(bytes: SHA256.hash(data: Data())))
        try await withHall(script: { _ in try .ok(PaperContent(content: paper)) }) { hall in
            let (id, token) = (Sample.application(1), Sample.token)
            let taken = try await hall.client.paper(digest, of: id, session: token)
            #expect(taken == paper)
            await #expect(throws: StoreFault.misunderstood) {
                try await hall.client.paper(other, of: id, session: token)
            }
        }
    }

    @Test func `the receipt of another entry is not taken`() async throws {
        let receipt = EntryReceipt(entryID: Sample.entryID(2), outcome: .refused(.applicantUnknown))
        try await withHall(script: { _ in try .ok(receipt) }) { hall in
            await #expect(throws: StoreFault.misunderstood) { try await hall.client.submit(Sample.save(1, of: 1)) }
        }
    }
}

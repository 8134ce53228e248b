import AsyncHTTPClient
import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

/// The program itself, over TLS.
@Suite(.serialized)
struct ServingTests {
    @Test func `a machine without a certificate of the kiosks' issuer is refused at the handshake`() async throws {
        try await withServedStore { store, process in
            let stranger = try TestAuthority("陌生根").host("kiosk-001")
            for identity in [nil, stranger] {
                try await withKiosk(identity, trusting: store.hosts, port: process.port) { kiosk in
                    await #expect(throws: (any Error).self) {
                        try await kiosk.ask(Endpoints.requestChallenge, Nothing())
                    }
                }
            }
        }
    }

    @Test func `a certificate without a name is no kiosk`() async throws {
        try await withServedStore { store, process in
            try await withKiosk(store.hosts.host(""), trusting: store.hosts, port: process.port) { kiosk in
                await #expect(throws: Problem(.kioskUnknown)) {
                    try await kiosk.ask(Endpoints.requestChallenge, Nothing())
                }
            }
        }
    }

    struct BadRequest: CustomTestStringConvertible, Sendable {
        let method: EndpointMethod
        let target: String
        let body: String?
        let code: ProblemCode
        var testDescription: String { "\(method.rawValue) \(target) → \(code)" }
    }

    static let badRequests = [
        BadRequest(method: .post, target: "/v1/entries", body: "{", code: .requestUnreadable),
        BadRequest(method: .post, target: "/v1/entries", body: #"{"id":1}"#, code: .requestUnreadable),
        BadRequest(method: .post, target: "/v1/entries", body: "[]", code: .requestUnreadable),
        BadRequest(method: .post, target: "/v1/entries", body: "", code: .requestUnreadable),
        BadRequest(method: .get, target: "/v1/changes?after=x&wait=0", body: nil, code: .parameterWrong),
        BadRequest(method: .get, target: "/v1/changes", body: nil, code: .parameterWrong),
        BadRequest(method: .get, target: "/v1/enterprises?after=-1", body: nil, code: .parameterWrong),
        BadRequest(method: .get, target: "/v2/nothing", body: nil, code: .endpointUnknown),
        BadRequest(method: .get, target: "/v1/applications", body: nil, code: .sessionEnded),
        BadRequest(method: .get, target: "/v1/applications/1/notice", body: nil, code: .sessionEnded),
        BadRequest(method: .post, target: "/csc/v1/signatures/signHash", body: "{}", code: .sessionEnded),
    ]

    @Test func `what the store does not understand is answered with a problem`() async throws {
        try await withServedStore { store, process in
            try await withKiosk(store.hosts.host("kiosk-001"), trusting: store.hosts, port: process.port) { kiosk in
                for bad in Self.badRequests {
                    let answer = try await kiosk.send(bad.method, bad.target, bad.body.map { Data($0.utf8) })
                    #expect(answer.problem?.code == bad.code, "\(bad.testDescription)")
                    #expect(answer.status == bad.code.status)
                    #expect(answer.contentType == WireCoding.problemContentType)
                }
                let large = try await kiosk.send(.post, "/v1/entries", Data(count: WireCoding.largestBody + 1))
                #expect(large.problem?.code == .requestTooLarge)
            }
        }
    }

    @Test func `what waits for changes is answered when the store stops, and the store stops cleanly`() async throws {
        try await withServedStore { store, process in
            try await withKiosk(store.hosts.host("kiosk-001"), trusting: store.hosts, port: process.port) { kiosk in
                async let page = kiosk.ask(Endpoints.changes, ChangeCursor(after: 0, wait: 25))
                _ = try await kiosk.ask(Endpoints.requestChallenge, Nothing())
                #expect(process.stop() == 0)
                #expect(try await page.changes.isEmpty)
            }
        }
    }

    @Test func `a kiosk hears of a change while it waits`() async throws {
        try await withServedStore { store, process in
            try await withKiosk(store.hosts.host("kiosk-001"), trusting: store.hosts, port: process.port) { kiosk in
                _ = try await register(kiosk, store)
                async let page = kiosk.ask(Endpoints.changes, ChangeCursor(after: 0, wait: 25))
                let filed = try await kiosk.ask(Endpoints.submit, save()).outcome.status()
                #expect(try await page.changes == [filed])
            }
            try await withKiosk(store.hosts.host("kiosk-002"), trusting: store.hosts, port: process.port) { other in
                let page = try await other.ask(Endpoints.changes, ChangeCursor(after: 0, wait: 0))
                #expect(page.changes.isEmpty)
                #expect(page.cursor == 1)
            }
        }
    }

    @Test func `an entry is applied once although the store is killed while it is being filed`() async throws {
        try await withFolder { folder in
            let store = try await ServedStore(in: folder)
            let identity = try store.hosts.host("kiosk-001")
            let entry = try save()
            let first = try CentralProcess(store)
            try await withKiosk(identity, trusting: store.hosts, port: first.port) { _ = try await register($0, store) }
            first.killHard()
            for round in 0..<repetitions {
                let process = try CentralProcess(store)
                try await withKiosk(identity, trusting: store.hosts, port: process.port) { kiosk in
                    _ = try await kiosk.ask(Endpoints.requestChallenge, Nothing())
                    async let receipt = kiosk.ask(Endpoints.submit, entry)
                    try await Task.sleep(for: .milliseconds(round * 3))
                    process.killHard()
                    _ = try? await receipt
                }
            }
            let process = try CentralProcess(store)
            try await withKiosk(identity, trusting: store.hosts, port: process.port) { kiosk in
                let filed = try await kiosk.ask(Endpoints.submit, entry).outcome.status()
                #expect(filed.revision == 1)
                let page = try await kiosk.ask(Endpoints.changes, ChangeCursor(after: 0, wait: 0))
                #expect(page.changes == [filed])
            }
        }
    }

    @Test func `an error of the store's own is told by its reference alone`() async throws {
        try await withServedStore { store, process in
            let database = try SQLiteDatabase(file: store.folder.appending(path: "central.sqlite"))
            try await database.write { try $0.run("DROP TABLE changes") }
            try await withKiosk(store.hosts.host("kiosk-001"), trusting: store.hosts, port: process.port) { kiosk in
                let answer = try await kiosk.send(.get, "/v1/changes?after=0&wait=0")
                let problem = try #require(answer.problem)
                #expect(problem.code == .internalError)
                let reference = try #require(problem.reference)
                #expect(try store.logged.contains(reference))
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("changes"))
            }
        }
    }

    @Test func `the log names no person, no number, no phone, no code and no token`() async throws {
        try await withServedStore { store, process in
            try await withKiosk(store.hosts.host("kiosk-001"), trusting: store.hosts, port: process.port) { kiosk in
                let token = try await register(kiosk, store)
                _ = try await kiosk.ask(Endpoints.submit, save()).outcome.status()
                _ = try await kiosk.ask(Endpoints.verifyEnterprise, EnterpriseName(name: Samples.enterprise().name))
                let list = try await kiosk.ask(Endpoints.applications, Nothing(), token: token)
                let application = try #require(list.first).id
                _ = try await kiosk.ask(
                    Endpoints.registration, ApplicationReference(application), token: token)
                let identity = try Samples.identity()
                let log = try store.logged
                #expect(log.contains("/v1/applications/{application}"))
                let secrets = [
                    identity.name, identity.number.text, try Samples.phone().digits, token,
                    try await store.spooledCode(), Samples.enterprise().name, application.description,
                ]
                for secret in secrets { #expect(!log.contains(secret)) }
            }
        }
    }

    @Test func `a store that is killed between requests has lost nothing and doubles nothing`() async throws {
        try await withFolder { folder in
            let store = try await ServedStore(in: folder)
            let kioskIdentity = try store.hosts.host("kiosk-001")
            let entry = try save()
            var token = ""
            var filed: ApplicationStatus?
            let steps: [(KioskClient) async throws -> Void] = [
                { token = try await register($0, store) },
                { filed = try await $0.ask(Endpoints.submit, entry).outcome.status() },
                { kiosk in
                    let repeated = try await kiosk.ask(Endpoints.submit, entry).outcome.status()
                    #expect(repeated == filed)
                },
                { kiosk in
                    let list = try await kiosk.ask(Endpoints.applications, Nothing(), token: token)
                    #expect(list == [filed])
                    let page = try await kiosk.ask(Endpoints.changes, ChangeCursor(after: 0, wait: 0))
                    #expect(page.changes == [filed])
                },
            ]
            for step in steps {
                let process = try CentralProcess(store)
                try await withKiosk(kioskIdentity, trusting: store.hosts, port: process.port, step)
                process.killHard()
            }
        }
    }
}

private let repetitions = 6

func withServedStore(_ body: (ServedStore, CentralProcess) async throws -> Void) async throws {
    try await withFolder { folder in
        let store = try await ServedStore(in: folder)
        let process = try CentralProcess(store)
        try await body(store, process)
    }
}

/// - Returns: the token of a session whose person has proved a phone.
private func register(_ kiosk: KioskClient, _ store: ServedStore) async throws -> String {
    let session = try await kiosk.ask(Endpoints.openApplicantSession, Samples.identity())
    let token = session.token.text
    let ticket = try await kiosk.ask(
        Endpoints.requestPhoneCode, PhoneCodeRequest(phone: Samples.phone()), token: token)
    let proof = PhoneProof(ticket: ticket.id, code: WireSecret(try await store.spooledCode()))
    _ = try await kiosk.ask(Endpoints.registerApplicant, proof, token: token)
    return token
}

private func save() throws -> OutboxEntry {
    OutboxEntry(
        id: EntryID(UUID()), applicationID: ApplicationID(UUID()),
        content: .save(identity: try Samples.identity(), form: .initial(try Samples.form())),
        createdAt: Date(timeIntervalSince1970: 1_795_330_800))
}

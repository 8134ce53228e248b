import CentralAPI
import Core
import Foundation
import Hummingbird
import Logging
import Synchronization
import Testing

@testable import Central

struct MessageTests {
    @Test func `a message is one file, with what the phone would show`() async throws {
        try await withStore { store in
            _ = try await store.registry.requestPhoneCode(try Samples.phone(), for: store.session().applicant())
            try await pump(store, store.spool).sendDue()
            let names = try FileManager.default.contentsOfDirectory(atPath: store.spool.folder.path())
            #expect(names == ["00000001.json"])
            let data = try Data(contentsOf: store.spool.folder.appending(path: names[0]))
            let message = try WireCoding.decode(MessageDocument.self, from: data)
            #expect(message.to == (try Samples.phone().digits))
            #expect(message.text.contains(/验证码 \d{6}，5 分钟内有效/))
            #expect(message.at == store.clock.now)
        }
    }

    @Test(arguments: [StaffCall.Reason.person, .forgottenCard, .fault(code: "P-301")])
    func `a call for staff names the kiosk and what is the matter`(_ reason: StaffCall.Reason) async throws {
        try await withStore(staffPhone: try Samples.phone()) { store in
            _ = try await store.registry.callStaff(StaffCall(reason), kiosk: TestStore.kiosk)
            try await pump(store, store.spool).sendDue()
            let file = store.spool.folder.appending(path: "00000001.json")
            let message = try WireCoding.decode(MessageDocument.self, from: try Data(contentsOf: file))
            #expect(message.text.contains(TestStore.kiosk))
            if case .fault(let code) = reason { #expect(message.text.contains(code)) }
        }
    }

    @Test func `a store without a number for staff says that it cannot call them`() async throws {
        try await withStore { store in
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.callStaff(StaffCall(.person), kiosk: TestStore.kiosk)
            }
        }
    }

    @Test func `a message that did not go is sent again, later and later`() async throws {
        try await withStore { store in
            _ = try await store.registry.requestPhoneCode(try Samples.phone(), for: store.session().applicant())
            let gateway = FailingGateway(failures: 2)
            let pump = pump(store, gateway)
            try await pump.sendDue()
            try await pump.sendDue()
            #expect(gateway.attempts == 1)
            store.clock.advance(seconds: 2)
            try await pump.sendDue()
            store.clock.advance(seconds: 2)
            try await pump.sendDue()
            #expect(gateway.attempts == 2)
            store.clock.advance(seconds: 2)
            try await pump.sendDue()
            try await pump.sendDue()
            #expect(gateway.attempts == 3)
            #expect(Set(gateway.identifiers).count == 1)
        }
    }

    @Test func `the webhook gets the message as JSON, and a refusal is a failure`() async throws {
        let seen = Mutex<[(Data, String?)]>([])
        let router = Router()
        router.post("sms") { request, _ in
            let body = Data(try await request.body.collect(upTo: 10_000).readableBytesView)
            let isFirst = seen.withLock { list in
                list.append((body, request.headers[.init("Idempotency-Key")!]))
                return list.count == 1
            }
            return isFirst ? Response(status: .serviceUnavailable) : Response(status: .accepted)
        }
        try await withServer(router) { port in
            let gateway = WebhookGateway(url: "http://127.0.0.1:\(port)/sms")
            let message = OutgoingMessage(
                id: UUID(), position: 1, recipient: try Samples.phone(), text: "测试", createdAt: TestClock().now,
                attempts: 0)
            await #expect(throws: WebhookGateway.Refused.self) { try await gateway.send(message) }
            try await gateway.send(message)
            let (body, key) = seen.withLock { $0[1] }
            #expect(try WireCoding.decode(MessageDocument.self, from: body) == message.document)
            #expect(key == message.id.uuidString.lowercased())
        }
    }

    @Test func `the employer is told that a form waits, without a name`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            _ = try await store.sign(saved.id).status()
            let phone = try PhoneNumber(Samples.seed.enterprises[0].phone)
            let messages = try await store.messages(to: phone)
            #expect(messages.count == 1)
            #expect(messages[0].contains("待企业确认"))
            #expect(!messages[0].contains(try Samples.identity().name))
        }
    }

    private func pump(_ store: TestStore, _ gateway: any MessageGateway) -> MessagePump {
        MessagePump(registry: store.registry, gateway: gateway, logger: Logger(label: "test"))
    }
}

private final class FailingGateway: MessageGateway {
    private let failures: Int
    private let seen = Mutex<[UUID]>([])

    struct Down: Error {}

    init(failures: Int) { self.failures = failures }

    var attempts: Int { seen.withLock { $0.count } }
    var identifiers: [UUID] { seen.withLock { $0 } }

    func send(_ message: OutgoingMessage) async throws {
        let attempt = seen.withLock { list in
            list.append(message.id)
            return list.count
        }
        if attempt <= failures { throw Down() }
    }
}

/// Serves on a free port for the length of `body`.
private func withServer(_ router: Router<BasicRequestContext>, _ body: (Int) async throws -> Void) async throws {
    let (ports, started) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { started.yield($0.localAddress?.port ?? 0) }, logger: Logger(label: "test"))
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try? await application.run() }
        for await port in ports {
            try await body(port)
            break
        }
        group.cancelAll()
    }
}

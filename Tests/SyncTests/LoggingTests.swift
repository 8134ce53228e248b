import CentralAPI
import Core
import Foundation
import Logging
import Testing

@testable import Sync

@Suite struct LoggingTests {
    @Test func `nothing personal and no secret ever reaches the log`() async throws {
        let lines = Box<[String]>([])
        let logger = Logger(label: "test", factory: { _ in Recorder(lines: lines) })
        let answers: [ScriptedAnswer] = [
            try .ok(try Sample.session()), .cut, .bytes("测试员甲\r\n\r\n"), .answer(status: 200, Data("测试员甲".utf8)),
            .answer(status: 500, Data(Sample.token.text.utf8)), try .problem(Problem(.wrongCode(triesLeft: 1))),
        ]
        for answer in answers {
            try await withHall(logger: logger, script: { _ in answer }) { hall in
                let client = hall.client
                _ = try? await client.openApplicantSession(Sample.identity())
                _ = try? await client.requestPhoneCode(Sample.phone(), session: Sample.token)
                let ticket = try Sample.ticket()
                _ = try? await client.registerApplicant(
                    ticket.id, code: Secret(Sample.code), session: Sample.token)
                _ = try? await client.sign(
                    Data(count: 32), credential: "credential-1", code: Secret(Sample.code), session: Sample.token)
                _ = try? await client.verifyEnterprise(named: Sample.enterprise().name)
                _ = try? await client.submit(Sample.save(1, of: 1))
                _ = try? await client.notice(of: Sample.application(1), session: Sample.token)
            }
        }
        let log = lines.value.joined(separator: "\n")
        #expect(log.contains("/v1/sessions/applicant"))
        #expect(log.contains("/v1/applications/{application}/notice"))
        let secrets = [
            try Sample.number().text, "测试员甲", "上海市示例路一百号", "13800000000", Sample.code, Sample.token.text,
            "上海示例建筑设计有限公司", Sample.application(1).description,
        ]
        for secret in secrets { #expect(!log.contains(secret)) }
    }
}

private struct Recorder: LogHandler {
    let lines: Box<[String]>
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    init(lines: Box<[String]>) { self.lines = lines }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.change { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
    }
}

import Core
import Foundation
import Testing

@testable import Central

/// Every act in every state, through the pages, against the machine's own table.
struct ActTableTests {
    @Test(arguments: [RegistrationKind.initial, .cancellation])
    func `every act in every state does what the table says, or nothing`(_ kind: RegistrationKind) async throws {
        try await withOffice { (office: OpenOffice) async throws in
            _ = try await office.store.registered()
            try await office.work { (browser: Browser) async throws in
                for state in RegistrationState.allCases where state.exists(for: kind) {
                    for act in ReviewAct.Name.allCases {
                        try await check(act, in: state, kind, office, browser)
                        office.store.clock.advance(seconds: 2)
                    }
                }
            }
        }
    }

    private func check(
        _ act: ReviewAct.Name, in state: RegistrationState, _ kind: RegistrationKind, _ office: OpenOffice,
        _ browser: Browser
    ) async throws {
        let registration = try StandingApplication.registration(in: state, kind)
        let person = try await office.store.session().applicant()
        try await office.store.stand(registration, of: person)
        try await office.store.registry.database.write { try $0.run("DELETE FROM certificates") }
        let wasSigned = registration.history.contains { $0.event == .signPersonally }
        let shown = try await browser.get("/applications/\(registration.id)")
        #expect(shown.status == (wasSigned ? 200 : 404))
        let token = try #require(try await browser.get("/queue").token)
        let page = try await browser.post(
            "/applications/\(registration.id)/acts/\(act.rawValue)",
            [("form", token), ("revision", "\(registration.revision)"), ("sure", "yes"), ("text", "示例理由")])
        let expected = kind == .cancellation ? nil : Registration.destination(from: state, on: act.event, kind: kind)
        let after = try await office.store.registration(registration.id)
        let label: Comment = "\(act.rawValue) in \(state.rawValue) of \(kind.rawValue)"
        if let expected {
            #expect(page.status == 303, label)
            #expect(after.state == expected, label)
            #expect(shown.html.contains("acts/\(act.rawValue)\""), label)
        } else {
            #expect(page.status == (wasSigned ? 409 : 404), label)
            #expect(after == registration, label)
            #expect(!shown.html.contains("acts/\(act.rawValue)\""), label)
        }
    }
}

import CentralAPI
import Core
import Documents
import Foundation
import Testing

@testable import Central

/// The pages in a real browser whose scripts are off; `script/test-office` asks for it.
struct ChromiumTests {
    private static let folder = ProcessInfo.processInfo.environment["KIOSK_OFFICE_PICTURES"]

    @Test(.enabled(if: folder != nil, "script/test-office"))
    func `a reviewer goes from login to the certificate in Chromium without scripts`() async throws {
        let folder = try #require(Self.folder)
        try await withOffice(inspectingWith: try PaperPress(fonts: Fonts.directory)) {
            (office: OpenOffice) async throws in
            let press = try PaperPress(fonts: Fonts.directory)
            let ids = [
                try await office.store.reallySealed(0, employer: 0, with: press),
                try await office.store.reallySealed(1, employer: 1, with: press),
            ]
            try await office.store.haveMachines()
            let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "walk.py").path()
            let walk = Process()
            let complaints = Pipe()
            walk.executableURL = URL(filePath: "/usr/bin/timeout")
            walk.arguments = ["120", "python3", script, "\(office.port)", folder, "r1001", Browser.password, "s2001"]
            walk.standardError = complaints
            try walk.run()
            let said = await Task.detached { complaints.fileHandleForReading.readDataToEndOfFile() }.value
            walk.waitUntilExit()
            #expect(walk.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
            var states: Set<RegistrationState> = []
            for id in ids { states.insert(try await office.store.registration(id).state) }
            #expect(states == [.approved, .correctionRequired])
        }
    }
}

extension TestStore {
    /// One that is well, one that is not and has brought a support bundle, one that is silent.
    fileprivate func haveMachines() async throws {
        _ = try await registry.takeReport(.sample("1.0.0"), kiosk: "kiosk-003")
        clock.advance(seconds: 1_500)
        _ = try await registry.takeReport(.sample("1.0.0"), kiosk: "kiosk-001")
        _ = try await registry.takeReport(.sample("1.1.0"), kiosk: "kiosk-001")
        let unwell = KioskReport.sample(ailments: [.init(.printer, code: "P-302")]) {
            $0.counts = .init(waitingEntries: 3, unknownOrders: 1)
            $0.appliance?.failed = [
                .init(version: "1.1.0", reason: "did not work: readers, spooler", at: clock.now)
            ]
            $0.troubles = [.init(code: "C-104", count: 7, at: clock.now)]
        }
        _ = try await registry.takeReport(unwell, kiosk: "kiosk-002")
        let bundle = SupportUpload(bundle: Data([0x30]) + Data(count: 110_000))
        _ = try await registry.keepSupportBundle(bundle, kiosk: "kiosk-002")
    }

    /// With signatures that the store verifies.
    func reallySealed(_ person: Int, employer: Int, with press: PaperPress) async throws -> ApplicationID {
        _ = try await registered(person)
        let saved = try await save(person, employer: employer)
        let form = try await typeset(try await registration(saved.id), with: press)
        let signed = try await personallySigned(form, by: person, with: press)
        _ = try await sign(saved.id, pdf: signed).status()
        _ = try await enterpriseSession(employer)
        let sealed = try await sealed(signed, by: try card(employer), of: employer, with: press)
        return try await seal(saved.id, employer: employer, pdf: sealed).status().id
    }
}

import Core
import Foundation
import Testing

@testable import Screens

extension Samples {
    static func member(_ role: StaffRole) throws -> StaffMember {
        try #require(StaffMember(role: role, number: role == .hallStaff ? "HS-1001" : "TC-2001"))
    }

    static func staffCard(_ role: StaffRole) throws -> StaffCardFound {
        StaffCardFound(member: try member(role), serial: role == .hallStaff ? "0A01" : "0A02")
    }

    static func corner(_ role: StaffRole, isAlone: Bool = false) throws -> CornerAdmission {
        CornerAdmission(
            member: try member(role), token: isAlone ? nil : token, storeFault: isAlone ? .unreachable : nil)
    }

    static func staffApplication() throws -> StaffApplication {
        StaffApplication(
            id: applicationID, kind: .initial, state: .accepted, paper: .acceptanceNotice, noticeNumber: try number(),
            maskedName: "测**甲",
            maskedIDNumber: "310***********0012", enterpriseName: try enterprise().name,
            since: now.addingTimeInterval(-7_200),
            copies: [
                CopyRecord(
                    number: 1, kiosk: "kiosk-001", at: now.addingTimeInterval(-7_000), isOut: true, order: nil),
                CopyRecord(
                    number: 2, kiosk: "kiosk-002", at: now.addingTimeInterval(-600), isOut: false,
                    order: CopyRecord.Order(staffNumber: "HS-1001", reason: .jammed)),
            ])
    }

    static func otherApplication() throws -> StaffApplication {
        StaffApplication(
            id: ApplicationID(UUID(uuid: (8, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))),
            kind: .cancellation, state: .cancelled, paper: .acceptanceNotice,
            noticeNumber: NoticeNumber(year: 2026, serial: 1235),
            maskedName: "测*乙", maskedIDNumber: "310***********0024", enterpriseName: try longEnterprise().name,
            since: now.addingTimeInterval(-3_600), copies: [])
    }

    static func unprintedApplication() throws -> StaffApplication {
        StaffApplication(
            id: ApplicationID(UUID(uuid: (7, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))),
            kind: .renewal, state: .accepted, paper: .acceptanceNotice,
            noticeNumber: NoticeNumber(year: 2026, serial: 1233),
            maskedName: "测*丙", maskedIDNumber: "310***********0036", enterpriseName: try enterprise().name,
            since: now.addingTimeInterval(-9_000), copies: [])
    }

    /// One that the office has answered with a decision, or not yet.
    static func undecided(_ state: RegistrationState) throws -> StaffApplication {
        let paper = try #require(try registration(state).handedOut?.paper)
        return StaffApplication(
            id: applicationID, kind: .initial, state: state, paper: paper, noticeNumber: nil, maskedName: "测**甲",
            maskedIDNumber: "310***********0012", enterpriseName: try enterprise().name,
            since: now.addingTimeInterval(-7_200), copies: [])
    }

    /// As a hand scanner types a notice's code.
    static let scan = "https://zjw.sh.example/verify?n=2026-1234&c=7K4Q92AB"

    static let machine = MachineSurvey(
        facts: MachineFacts(
            version: "1.4.0", rootHash: String(repeating: "7b31c0ffee5a9d02", count: 4), slot: "b", previous: "1.3.2",
            waiting: "1.5.0",
            failed: [MachineFacts.FailedVersion(version: "1.4.1", reason: "did not work: store", at: now)],
            siteVersion: 7, siteRefusal: nil, addresses: ["enp0s3 10.1.2.3/24"]), waitingEntries: 2)

    static let survey = KioskSurvey(
        facts: [
            KioskSurvey.Fact(.kiosk, "kiosk-001"), KioskSurvey.Fact(.store, "store.example:8443"),
            KioskSurvey.Fact(.program, "0f3a9c215b7d"), KioskSurvey.Fact(.system, "Debian GNU/Linux 12 (bookworm)"),
        ],
        counts: KioskCounts(waitingEntries: 3, openOrders: 1, unknownOrders: 0),
        troubles: [
            KioskSurvey.Trouble(StoreFault.unreachable.advice, at: now, count: 4)
        ],
        log: [
            "2026-11-22T06:30:00Z info kiosk started",
            "2026-11-22T06:31:00Z notice the store was asked in vain endpoint=/v1/changes fault=unreachable",
        ])
}

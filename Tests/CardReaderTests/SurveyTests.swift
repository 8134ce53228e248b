import CardReader
import Core
import Foundation
import Testing
import VirtualDevices

extension RealReaders {
    @Suite(.serialized) struct Survey {
        @Test func `every reader is reported, with names masked`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(VirtualIdentityCard(SamplePeople.applicant.identity), on: .identity, log)
                try await hall.place(try hall.employersCard(tries: 4), on: .enterprise, log)
                let reports = try await CardSurvey(binding: VirtualCardDesk.binding).reports()
                #expect(
                    reports.map(\.reader) == [
                        "Hall Identity 00 00", "Hall Identity 00 01", "Hall Enterprise 00 00", "Hall Enterprise 00 01",
                    ])
                #expect(reports.map(\.kind) == [.identity, .none, .certificate, .none])
                #expect(reports.map(\.fault) == [nil, "noCard", nil, "noCard"])
                #expect(reports[0].identity?.name == "测**甲")
                #expect(reports[0].identity?.number == "310***********0094")
                #expect(reports[2].pinTriesLeft == 4)
                #expect(
                    reports[2].certificates?.map(\.creditCode) == [
                        SampleEnterprises.employer.code.text, SampleEnterprises.employer.code.text,
                    ])
                let text = reports.map(\.description).joined(separator: "\n")
                let json = String(decoding: try JSONEncoder().encode(reports), as: UTF8.self)
                for output in [text, json] {
                    #expect(!output.contains(SamplePeople.applicant.identity.name))
                    #expect(!output.contains(SamplePeople.applicant.identity.number.text))
                    #expect(!output.contains("1990-03-07"))
                }
            }
        }

        @Test func `revealed, the owner's data is in full`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(VirtualIdentityCard(SamplePeople.applicant.identity), on: .identity, log)
                let report = try #require(
                    try await CardSurvey(binding: VirtualCardDesk.binding, reveal: true).reports().first)
                #expect(report.identity?.name == "测试员甲")
                #expect(report.identity?.number == "310101199003070094")
            }
        }

        @Test func `cards on the wrong reader and odd cards are recognised`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(try hall.employersCard(), on: .identity, log)
                let odd = TroubledCard(VirtualIdentityCard(SamplePeople.applicant.identity), .unknown)
                try await hall.place(odd, on: .enterprise, log)
                let reports = try await CardSurvey(binding: VirtualCardDesk.binding).reports()
                #expect(reports[0].kind == .certificate && reports[0].fault == nil)
                #expect(reports[2].kind == .unknown && reports[2].fault == "unknownCard")
            }
        }

        @Test func `without pcscd there is no report but a fault`() async throws {
            try await withCardHall { hall, _ in
                await hall.readers.daemon.stop()
                #expect(
                    await fault { () async throws(CardFault) in
                        try await CardSurvey(binding: VirtualCardDesk.binding).reports()
                    } == .serviceDown)
            }
        }
    }
}

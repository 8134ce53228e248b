import CardReader
import Core
import Testing
import VirtualDevices

extension RealReaders {
    @Suite(.serialized) struct Identity {
        @Test func `all four kinds of card are placed, read and removed`() async throws {
            try await withCardHall { hall, log in
                for fixture in Fixture.allCases {
                    try await hall.place(VirtualIdentityCard(text: try fixture.text()), on: .identity, log)
                    let before = hall.readers.commands(on: .identity)
                    #expect(try await hall.desk.readIdentity() == IdentityTextParser.parse(fixture.text()))
                    #expect(hall.readers.commands(on: .identity) - before == 6)
                    hall.readers.takeAway(from: .identity)
                    try await log.expect([.removed(.identity)])
                }
                #expect(
                    await fault { () async throws(CardFault) in
                        try await hall.desk.readIdentity()
                    } == .noCard(.identity))
            }
        }

        @Test func `a card swapped between two looks of pcscd is another card`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(VirtualIdentityCard(SamplePeople.applicant.identity), on: .identity, log)
                hall.readers.place(VirtualIdentityCard(SamplePeople.permitHolder.identity), on: .identity)
                try await log.expect([.removed(.identity), .placed(.identity)])
                #expect(try await hall.desk.readIdentity() == SamplePeople.permitHolder.identity)
            }
        }

        @Test func `a mute card is told apart from none`() async throws {
            try await withCardHall { hall, log in
                let card = VirtualIdentityCard(SamplePeople.applicant.identity)
                hall.readers.place(TroubledCard(card, .mute), on: .identity)
                try await log.expect([.mute(.identity)])
                #expect(
                    await fault { () async throws(CardFault) in
                        try await hall.desk.readIdentity()
                    } == .mute(.identity))
                hall.readers.takeAway(from: .identity)
                try await log.expect([.removed(.identity)])
            }
        }

        @Test func `cards that nobody knows are unknown ones`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(try hall.employersCard(), on: .identity, log)
                #expect(
                    await fault { () async throws(CardFault) in
                        try await hall.desk.readIdentity()
                    } == .unknownCard(.identity))
                let card = VirtualIdentityCard(SamplePeople.applicant.identity)
                try await hall.place(TroubledCard(card, .unknown), on: .enterprise, log)
                #expect(
                    await fault { () async throws(CardFault) in
                        try await hall.desk.pinTriesLeft()
                    } == .unknownCard(.enterprise))
            }
        }

        @Test(arguments: 0..<6)
        func `a card pulled at any page is a removed one`(_ page: Int) async throws {
            try await withCardHall { hall, log in
                let card = VirtualIdentityCard(SamplePeople.applicant.identity)
                try await hall.place(TroubledCard(card, .pulled(after: page)), on: .identity, log)
                #expect(
                    await fault { () async throws(CardFault) in
                        try await hall.desk.readIdentity()
                    } == .removed(.identity))
                try await log.expect([.removed(.identity)])
                try await hall.place(card, on: .identity, log)
                #expect(try await hall.desk.readIdentity() == SamplePeople.applicant.identity)
            }
        }

        @Test func `a card that hangs is given up, and the next one is read`() async throws {
            try await withCardHall(patience: .milliseconds(500)) { hall, log in
                let card = VirtualIdentityCard(SamplePeople.applicant.identity)
                try await hall.place(TroubledCard(card, .hanging(after: 2)), on: .identity, log)
                #expect(
                    await fault { () async throws(CardFault) in
                        try await hall.desk.readIdentity()
                    } == .timedOut(.identity))
                hall.readers.place(card, on: .identity)
                try await log.expect([.removed(.identity), .placed(.identity)])
                #expect(try await hall.desk.readIdentity() == SamplePeople.applicant.identity)
            }
        }

        @Test func `pcscd is killed and comes back, and the next card is read`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(VirtualIdentityCard(SamplePeople.applicant.identity), on: .identity, log)
                await hall.readers.daemon.kill()
                try await log.expect([.serviceDown])
                #expect(
                    await fault { () async throws(CardFault) in
                        try await hall.desk.readIdentity()
                    } == .serviceDown)
                try await hall.readers.daemon.start()
                try await log.expect([.serviceUp, .placed(.identity)])
                #expect(try await hall.desk.readIdentity() == SamplePeople.applicant.identity)
            }
        }

        @Test func `pcscd killed in the middle of a reading is a service that is down`() async throws {
            try await withCardHall { hall, log in
                let card = VirtualIdentityCard(SamplePeople.applicant.identity)
                try await hall.place(TroubledCard(card, .hanging(after: 3)), on: .identity, log)
                async let reading = fault { () async throws(CardFault) in try await hall.desk.readIdentity() }
                while hall.readers.commands(on: .identity) < 4 { try await Task.sleep(for: .milliseconds(2)) }
                await hall.readers.daemon.kill()
                #expect(await reading == .serviceDown)
                try await log.expect([.serviceDown])
            }
        }

        @Test func `without pcscd from the start the desk says so and recovers`() async throws {
            try await withCardHall { hall, log in
                try await hall.place(VirtualIdentityCard(SamplePeople.applicant.identity), on: .identity, log)
                await hall.readers.daemon.stop()
                try await log.expect([.serviceDown])
                let late = EventLog(await LiveCardDesk(binding: VirtualCardDesk.binding).events())
                try await late.expect([.serviceDown])
                try await hall.readers.daemon.start()
                try await late.expect([.serviceUp, .placed(.identity)])
            }
        }
    }
}

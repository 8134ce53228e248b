import Core
import Foundation
import Testing

@testable import Central

/// Registrations that the store has before anybody comes.
struct SeedTests {
    @Test(arguments: [(8, 60), (9, 20), (10, 400), (11, -30)])
    func `some made-up people are registered, within the window and outside`(person: Int, days: Int) async throws {
        try await withStore { store in
            let number = try Samples.identity(person).number
            let certificate = try #require(
                try await store.registry.database.read { try $0.certificate(of: number) })
            let today = CivilDate(shanghai: store.clock.now)
            #expect(certificate.validThrough.days(since: today) == days)
            #expect(certificate.enterprise == Samples.enterprise())
            #expect(certificate.state == (days < 0 ? .issued : .collected))
        }
    }

    @Test func `the session tells what a person is registered with`() async throws {
        try await withStore { store in
            let registered = try await store.registry.openApplicantSession(
                try Samples.identity(8), kiosk: TestStore.kiosk)
            #expect(registered.certificate?.enterprise == Samples.enterprise())
            let other = try await store.registry.openApplicantSession(try Samples.identity(), kiosk: TestStore.kiosk)
            #expect(other.certificate == nil)
        }
    }

    @Test func `seeding again leaves a registration that has lived on alone`() async throws {
        try await withStore { store in
            let number = try Samples.identity(10).number
            try await store.registry.database.write { session in
                var certificate = try #require(try session.certificate(of: number))
                try certificate.apply(.cancel, by: .store, at: store.clock.now)
                try session.keepCertificate(certificate)
            }
            try await Samples.seed.fill(
                store.registry.database, photo: Samples.photo, digest: Samples.digest(Samples.photo),
                world: store.registry.world)
            let kept = try await store.registry.database.read { try $0.certificate(of: number) }
            #expect(kept?.state == .void)
        }
    }

    @Test func `a registration under an enterprise that nobody knows is refused`() async throws {
        try await withStore { store in
            let code = try CreditCode("91310000MA1K000019")
            let person = SeedDocument.SeedPerson(
                name: "测试员别", number: try Samples.identity().number.text,
                registration: .init(number: "示例0002", enterprise: code, endsInDays: 30))
            await #expect(throws: SeedFault.enterpriseUnknown(code)) {
                try await SeedDocument(enterprises: [], people: [person]).fill(
                    store.registry.database, photo: Samples.photo, digest: Samples.digest(Samples.photo),
                    world: store.registry.world)
            }
        }
    }

    @Test func `a renewal of a seeded registration goes all the way to its notice`() async throws {
        try await withStore { store in
            let sealed = try await store.renewed(8)
            #expect(sealed.state == .accepted)
            let session = try await store.session(8)
            #expect(try await store.registry.notice(of: sealed.id, for: session).kind == .renewal)
        }
    }
}

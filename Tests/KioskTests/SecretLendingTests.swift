import Core
import Foundation
import Screens
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct SecretLendingTests {
    enum Lending: CaseIterable { case phoneProof, enterpriseSession, signature, seal }

    private let hall: Hall

    init() throws { hall = try Hall() }

    @Test(arguments: Lending.allCases)
    func `a secret works though the screen erases its own at once, and its copy is erased`(lending: Lending)
        async throws
    {
        let own = Secret("482913")
        let work = try await work(lending, own)
        let id = hall.run(work)
        own.erase()
        _ = await hall.answer(to: id)
        let lent = try #require(await lent(lending))
        #expect(lent.text == "482913")
        #expect(lent.secret !== own)
        while !lent.secret.isEmpty { await Task.yield() }
    }

    @Test(arguments: Lending.allCases) func `a secret does not show in its command`(lending: Lending) async throws {
        let command = Command(id: CommandID(1), work: try await work(lending, Secret("482913")))
        for text in ["\(command)", String(reflecting: command), "\(command.withOwnSecret)"] {
            #expect(!text.contains("482913") && !text.contains("52, 56, 50"))
        }
    }

    private func work(_ lending: Lending, _ secret: Secret) async throws -> Work {
        switch lending {
        case .phoneProof: .registerApplicant(Sample.ticket.id, code: secret, Sample.token)
        case .enterpriseSession: .openEnterpriseSession(pin: secret)
        case .signature:
            .signPersonally(try Sample.saved(), photo: try Sample.photo(), code: secret, Sample.token)
        case .seal:
            .seal(try await hall.personallySigned(), by: try Sample.enterprise(), pin: secret, Sample.token)
        }
    }

    private func lent(_ lending: Lending) async -> LentSecret? {
        switch lending {
        case .phoneProof: await hall.store.lent.last
        case .enterpriseSession, .seal: await hall.cards.lent.last
        case .signature: await hall.signing.lent.last
        }
    }
}

import Core
import Foundation
import Testing

@Suite struct RegistrationCertificateTests {
    /// exchange, collect, rename, renew, cancel; written by hand from the requirements.
    private static let expected: [CertificateState: [CertificateEvent.Name: CertificateState]] = [
        .paper: [.exchange: .issued, .rename: .paper, .renew: .issued, .cancel: .void],
        .issued: [.collect: .collected, .rename: .issued, .renew: .issued, .cancel: .void],
        .collected: [.rename: .renamed, .renew: .issued, .cancel: .void],
        .renamed: [.collect: .collected, .rename: .renamed, .renew: .issued, .cancel: .void],
        .void: [:],
    ]
    private static let role: [CertificateEvent.Name: Actor.Role] = [
        .exchange: .applicant, .collect: .applicant, .rename: .enterprise, .renew: .store, .cancel: .store,
    ]

    @Test(arguments: CertificateState.allCases, CertificateEvent.Name.allCases)
    func `each event in each state does what the requirements say, for each role`(
        state: CertificateState, name: CertificateEvent.Name
    ) throws {
        let before = try certificate(in: state)
        let expected = Self.expected[state]?[name]
        for role in Actor.Role.allCases {
            var after = before
            let refusal = refusal(of: try event(name, before), by: try Deed.actor(role), on: &after)
            if role != Self.role[name] {
                #expect(refusal == .notYours(role: role, event: name))
            } else if let expected {
                #expect(refusal == nil && after.state == expected && after.revision == before.revision + 1)
                continue
            } else {
                #expect(refusal == .notPossible(event: name, state: state))
            }
            #expect(after == before, "a refusal changes nothing")
        }
    }

    @Test func `the term is two years, and a renewal adds two from its end`() throws {
        var certificate = try Sample.certificate(issued: "2024-02-29")
        #expect(certificate.validThrough.description == "2026-02-28")
        #expect(certificate.isValid(on: try Sample.date("2026-02-28")))
        #expect(!certificate.isValid(on: try Sample.date("2026-03-01")))
        // 行政许可法 50: asked for in time, approved after the end.
        try certificate.apply(.renew(photo: nil), by: .store, at: Sample.noon("2026-03-10"))
        #expect(certificate.validThrough.description == "2028-02-28")
        #expect(certificate.state == .issued)
    }

    @Test(arguments: CertificateEvent.Name.allCases) func `an expired certificate is only renewed or cancelled`(
        name: CertificateEvent.Name
    ) throws {
        var certificate = try certificate(in: name == .exchange ? .paper : .renamed)
        let refusal = refusal(
            of: try event(name, certificate), by: try Deed.actor(#require(Self.role[name])), on: &certificate,
            on: "2028-11-24")
        #expect(refusal == ([.renew, .cancel].contains(name) ? nil : .expired(on: try Sample.date("2028-11-23"))))
    }

    @Test func `a rename keeps the code, changes the name, and comes from the employer`() throws {
        var certificate = try certificate(in: .collected)
        let own = Actor.enterprise(try Sample.enterprise().code)
        let refused: [(CertificateEvent, Actor, RegistrationCertificate.Refusal)] = [
            (
                .rename(to: try Sample.enterprise(name: "新名")), .enterprise(try Sample.otherEnterprise().code),
                .otherEnterprise
            ),
            (.rename(to: try Sample.otherEnterprise()), own, .otherEnterprise),
            (.rename(to: try Sample.enterprise()), own, .sameName),
            (.rename(to: try Sample.enterprise(name: " ")), own, .sameName),
        ]
        for (event, actor, expected) in refused {
            #expect(refusal(of: event, by: actor, on: &certificate) == expected)
        }
        try certificate.apply(
            .rename(to: Sample.enterprise(name: "上海示例建筑设计集团有限公司")), by: own, at: Sample.noon("2026-12-01"))
        #expect(certificate.enterprise.name == "上海示例建筑设计集团有限公司")
        #expect(certificate.state.awaitsCollection)
    }

    @Test func `an exchange puts the photo on the certificate, once`() throws {
        var certificate = try Sample.certificate(isPaper: true)
        #expect(certificate.photo == nil)
        try certificate.apply(event(.exchange, certificate), by: .applicant, at: Sample.noon("2026-12-01"))
        #expect(certificate.photo == (try Sample.photo()))
        #expect(
            refusal(of: try event(.exchange, certificate), by: .applicant, on: &certificate)
                == .notPossible(event: .exchange, state: .issued))
    }

    private func certificate(in state: CertificateState) throws -> RegistrationCertificate {
        var certificate = try Sample.certificate(isPaper: state == .paper)
        let way: [CertificateEvent.Name] =
            switch state {
            case .paper, .issued: []
            case .collected: [.collect]
            case .renamed: [.collect, .rename]
            case .void: [.cancel]
            }
        for name in way {
            try certificate.apply(
                event(name, certificate), by: Deed.actor(#require(Self.role[name])), at: Sample.noon("2026-12-01"))
        }
        try #require(certificate.state == state)
        return certificate
    }

    private func event(_ name: CertificateEvent.Name, _ certificate: RegistrationCertificate) throws -> CertificateEvent
    {
        switch name {
        case .exchange: .exchange(photo: try Sample.photo())
        case .collect: .collect
        case .rename: .rename(to: try Sample.enterprise(name: certificate.enterprise.name + "新"))
        case .renew: .renew(photo: nil)
        case .cancel: .cancel
        }
    }

    private func refusal(
        of event: CertificateEvent, by actor: Actor, on certificate: inout RegistrationCertificate,
        on day: String = "2026-12-01"
    ) -> RegistrationCertificate.Refusal? {
        do {
            try certificate.apply(event, by: actor, at: Sample.noon(day))
            return nil
        } catch {
            return error as? RegistrationCertificate.Refusal
        }
    }
}

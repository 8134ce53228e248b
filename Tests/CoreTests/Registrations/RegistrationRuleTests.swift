import Core
import Foundation
import Testing

@Suite struct RegistrationRuleTests {
    private let now = Date(timeIntervalSince1970: 1_795_400_000)

    @Test func `the whole way leaves a history with who and when`() throws {
        var deed = Deed()
        let done = try deed.registration(.initial, in: .collected)
        #expect(done.history.map(\.event) == Deed.way(to: .collected, kind: .initial))
        #expect(done.history.map(\.revision) == Array(1...done.history.count))
        #expect(done.history[2].actor == .enterprise(try Sample.enterprise().code))
        #expect(done.acceptance == (try Sample.decision()))
    }

    @Test(arguments: [RegistrationState.personallySigned, .sealed])
    func `editing after signing voids every signed file and keeps it`(state: RegistrationState) throws {
        var deed = Deed()
        var registration = try deed.registration(.initial, in: state)
        let standing = registration.papers.map(\.digest)
        let effects = try deed.perform(.edit, on: &registration)
        #expect(effects == [.voidPapers(standing)])
        #expect(registration.papers.map(\.digest) == standing)
        #expect(registration.papers.allSatisfy { $0.isVoid })
        #expect(registration.standingPaper(.personallySignedForm) == nil)
    }

    @Test func `editing replaces the form, and only by one of its kind`() throws {
        var registration = try Sample.registration(.initial)
        var form = try Sample.initialForm()
        form.enterprisePhone = "021-61111111"
        _ = try registration.apply(.edit(.initial(form)), by: .applicant, at: now)
        #expect(registration.form == .initial(form))
        let before = registration
        #expect(throws: Registration.Refusal.otherKind) {
            try registration.apply(.edit(try Sample.form(.renewal)), by: .applicant, at: now)
        }
        #expect(registration == before)
    }

    @Test func `effects tell the world what to do`() throws {
        var deed = Deed()
        func effects(_ kind: RegistrationKind, _ state: RegistrationState, _ event: RegistrationEvent.Name) throws
            -> [Registration.Effect]
        {
            var registration = try deed.registration(kind, in: state)
            return try deed.perform(event, on: &registration)
        }
        #expect(try effects(.initial, .draft, .save) == [])
        #expect(try effects(.initial, .saved, .signPersonally) == [.notifyEnterprise])
        #expect(try effects(.initial, .personallySigned, .seal) == [.requestAcceptance])
        #expect(try effects(.renewal, .personallySigned, .seal) == [.requestAcceptance])
        #expect(try effects(.cancellation, .personallySigned, .seal) == [.endRegistration, .issueNotice])
        #expect(try effects(.initial, .sealed, .accept) == [.notifyApplicant])
        #expect(try effects(.initial, .sealed, .declineAcceptance) == [.notifyApplicant])
        #expect(try effects(.initial, .inReview, .approve) == [.issueCertificate, .notifyApplicant])
        #expect(try effects(.initial, .inReview, .refuse) == [.notifyApplicant])
        #expect(try effects(.initial, .approved, .collect) == [])
        #expect(try effects(.initial, .draft, .withdraw) == [])
    }

    @Test func `a cancellation is numbered once`() throws {
        var deed = Deed()
        var registration = try deed.registration(.cancellation, in: .cancelled)
        _ = try deed.perform(.accept, on: &registration)
        let numbered = registration
        #expect(throws: Registration.Refusal.notPossible(event: .accept, state: .cancelled)) {
            try registration.apply(.accept(try Sample.decision(serial: 9)), by: .store, at: now)
        }
        #expect(registration == numbered)
    }

    @Test(arguments: [RegistrationEvent.Name.seal, .returnToApplicant])
    func `another enterprise can do nothing`(name: RegistrationEvent.Name) throws {
        var deed = Deed()
        var registration = try deed.registration(.initial, in: .personallySigned)
        let event = try deed.event(name, kind: .initial)
        #expect(throws: Registration.Refusal.otherEnterprise) {
            try registration.apply(event, by: .enterprise(try Sample.otherEnterprise().code), at: now)
        }
    }

    @Test func `without an employer on the form no enterprise can seal`() throws {
        var registration = try Sample.registration(.initial)
        var form = try Sample.initialForm()
        form.enterprise = nil
        var deed = Deed()
        _ = try registration.apply(.edit(.initial(form)), by: .applicant, at: now)
        _ = try deed.perform(.save, on: &registration)
        _ = try deed.perform(.signPersonally, on: &registration)
        let seal = RegistrationEvent.seal(try deed.paper(.sealedForm))
        #expect(throws: Registration.Refusal.otherEnterprise) {
            try registration.apply(seal, by: .enterprise(try Sample.enterprise().code), at: now)
        }
    }

    @Test(arguments: [
        RegistrationEvent.returnToApplicant(reason: ""), .returnToApplicant(reason: " \n　"),
        .requireCorrection(items: []), .requireCorrection(items: [" ", ""]), .declineAcceptance(reason: ""),
        .refuse(reason: "\t"),
    ])
    func `a decision against somebody needs its reason`(event: RegistrationEvent) throws {
        let role = try #require(event.name.permittedRoles.first)
        var registration = try Sample.registration(.initial)
        #expect(throws: Registration.Refusal.reasonMissing) {
            try registration.apply(event, by: Deed.actor(role), at: now)
        }
    }

    @Test func `a paper must be of the right kind, stand, and be new`() throws {
        var deed = Deed()
        var registration = try deed.registration(.initial, in: .saved)
        let first = try deed.paper(.personallySignedForm)
        var void = first
        void.isVoid = true
        for wrong in [try deed.paper(.sealedForm), void] {
            #expect(throws: Registration.Refusal.wrongPaper) {
                try registration.apply(.signPersonally(wrong), by: .applicant, at: now)
            }
        }
        _ = try registration.apply(.signPersonally(first), by: .applicant, at: now)
        _ = try deed.perform(.edit, on: &registration)
        _ = try deed.perform(.save, on: &registration)
        #expect(throws: Registration.Refusal.wrongPaper, "a voided file does not come back") {
            try registration.apply(.signPersonally(first), by: .applicant, at: now)
        }
    }

    @Test func `the reason stands beside the application until it is saved again`() throws {
        var deed = Deed()
        var registration = try deed.registration(.initial, in: .correctionRequired)
        func shown() -> String? { ApplicationStatus(registration, updatedAt: now).reason }
        #expect(shown() == "补交扫描件；更换照片")
        _ = try deed.perform(.edit, on: &registration)
        #expect(shown() == "补交扫描件；更换照片")
        _ = try deed.perform(.save, on: &registration)
        #expect(shown() == nil)
    }

    @Test func `the form's date is that of its newest save`() throws {
        var registration = try Sample.registration(.initial)
        #expect(registration.savedAt == nil)
        for day in ["2026-11-20", "2026-11-21"] {
            let instant = try Sample.noon(day)
            _ = try registration.apply(.edit(registration.form), by: .applicant, at: instant - 60)
            _ = try registration.apply(.save, by: .applicant, at: instant)
            #expect(registration.savedAt == instant)
        }
        var deed = Deed()
        let saved = registration.savedAt
        _ = try deed.perform(.signPersonally, on: &registration)
        #expect(registration.savedAt == saved)
    }
}

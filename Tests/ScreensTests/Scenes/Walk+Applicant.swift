import Core
import Foundation
import Terminal

@testable import Screens

// The applicant's way, each step from the one before.
extension Walk {
    static func identified(_ record: IdentityRecord? = nil) throws -> Walk {
        var walk = Walk()
        walk.card(.placed(.identity))
        walk.act(.privacy(.agree))
        try walk.answer(.identity(.success(record ?? Samples.identity())))
        return walk
    }

    static func newUser() throws -> Walk {
        var walk = try identified()
        walk.act(.identity(.confirm))
        try walk.answer(.applicantAdmitted(.success(Samples.admission(phone: nil))))
        return walk
    }

    static func phoneCode() throws -> Walk {
        var walk = try newUser()
        walk.type("13800005678") { .phone(.key($0)) }
        walk.act(.phone(.send))
        try walk.answer(.codeSent(.success(Samples.ticket())))
        return walk
    }

    static func signature() throws -> Walk {
        var walk = try phoneCode()
        walk.type("123456") { .code(.key($0)) }
        walk.act(.code(.submit))
        try walk.answer(
            .applicantAdmitted(.success(Samples.admission(phone: Samples.phone(), hasSignature: false))))
        return walk
    }

    static func list(
        _ states: [RegistrationState] = [], draft: Draft? = nil, hasRecords: Bool = true,
        hasQualification: Bool = true, certificate: RegistrationCertificate? = nil
    ) throws -> Walk {
        var walk = try identified()
        walk.act(.identity(.confirm))
        try walk.answer(
            .applicantAdmitted(
                .success(
                    Samples.admission(
                        phone: Samples.phone(), applications: states.map { try Samples.status($0) },
                        hasRecords: hasRecords, hasQualification: hasQualification,
                        certificate: certificate))))
        try walk.answer(.draft(.success(draft)))
        return walk
    }

    static func emptyForm(hasRecords: Bool = true) throws -> Walk {
        var walk = try list(hasRecords: hasRecords)
        walk.act(.list(.new))
        walk.act(.kinds(.choose(.initial)))
        guard case .beginDraft(let form, _) = walk.open.last?.work else { return walk }
        try walk.answer(.draft(.success(Draft(applicationID: Samples.applicationID, form: form))))
        return walk
    }

    static func fullForm() throws -> Walk {
        var walk = try emptyForm()
        walk.act(.form(.editName))
        walk.type("shsl") { .enterpriseName(.key($0)) }
        try walk.answer(.matches([Samples.enterprise(), Samples.longEnterprise()]))
        walk.act(.enterpriseName(.key(.suggestion(0))))
        try walk.answer(.enterprise(.success(Samples.enterprise())))
        walk.act(.form(.editPhone))
        walk.type("02164680000") { .enterprisePhone(.key($0)) }
        walk.act(.enterprisePhone(.done))
        walk.act(.form(.declare(true)))
        return walk
    }

    static func saving() throws -> Walk {
        var walk = try fullForm()
        walk.act(.form(.save))
        try walk.answer(.filed(.success(Samples.entryID)))
        return walk
    }

    static func preview() throws -> Walk {
        var walk = try saving()
        try walk.applied(.saved)
        try walk.answer(.registration(.success(Samples.registration(.saved))))
        try walk.answer(.typeset(.success(Samples.typeset())))
        return walk
    }

    static func signingCode() throws -> Walk {
        var walk = try preview()
        walk.act(.preview(.sign))
        try walk.answer(.codeSent(.success(Samples.ticket())))
        return walk
    }

    static func signed() throws -> Walk {
        var walk = try signingCode()
        walk.type("123456") { .code(.key($0)) }
        walk.act(.code(.submit))
        try walk.answer(.filed(.success(Samples.entryID)))
        try walk.applied(.personallySigned)
        return walk
    }

    static func detail(_ state: RegistrationState) throws -> Walk {
        var walk = try list([state])
        walk.act(.list(.open(Samples.applicationID)))
        try walk.answer(.registration(.success(Samples.registration(state))))
        return walk
    }

    /// The store has applied the entry that is waited for.
    mutating func applied(_ state: RegistrationState) throws {
        try answer(
            .receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: .applied(Samples.status(state))))))
    }

    mutating func refused(_ refusal: EntryRefusal) throws {
        try answer(.receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: .refused(refusal)))))
    }
}

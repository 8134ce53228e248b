import Core
import Terminal

@testable import Screens

// The way of a person who is registered already.
extension Walk {
    static func registered(endsInDays days: Int = 60) throws -> Walk {
        var walk = try list(certificate: Samples.registered(endsInDays: days))
        walk.act(.list(.new))
        return walk
    }

    static func form(_ kind: RegistrationKind, endsInDays days: Int = 60) throws -> Walk {
        var walk = try registered(endsInDays: days)
        walk.act(.kinds(.choose(kind)))
        try walk.beginDraft()
        return walk
    }

    static func fullRenewal() throws -> Walk {
        var walk = try form(.renewal)
        walk.act(.form(.editPhone))
        walk.type("02164680000") { .enterprisePhone(.key($0)) }
        walk.act(.enterprisePhone(.done))
        walk.act(.form(.editHours))
        walk.type("64") { .educationHours(.key($0)) }
        walk.act(.educationHours(.done))
        walk.act(.form(.declare(true)))
        return walk
    }

    static func fullCancellation() throws -> Walk {
        var walk = try form(.cancellation)
        walk.act(.form(.chooseReason(.stopsPractice)))
        walk.act(.form(.declare(true)))
        return walk
    }

    /// The enterprise looks at a cancellation that the person has signed.
    static func cancellationReview() throws -> Walk {
        var walk = try pin()
        walk.type("123456") { .pin(.key($0)) }
        walk.act(.pin(.submit))
        let form = ApplicationForm.cancellation(try Samples.cancellationForm())
        let session = EnterpriseSession(
            token: Samples.token, enterprise: try Samples.enterprise(),
            applications: [try Samples.status(.personallySigned, form: form)])
        try walk.answer(.enterpriseAdmitted(.success(session)))
        walk.act(.list(.open(Samples.applicationID)))
        try walk.answer(.registration(.success(Samples.registration(.personallySigned, form: form))))
        return walk
    }

    static func cancellationSealed() throws -> Walk {
        var walk = try cancellationReview()
        walk.act(.review(.agree(true)))
        walk.act(.review(.seal))
        try walk.answer(.certificate(.success(Samples.certificate())))
        walk.type("123456") { .pin(.key($0)) }
        walk.act(.pin(.submit))
        try walk.answer(.filed(.success(Samples.entryID)))
        try walk.applied(.cancelled)
        return walk
    }

    static func confirmed(_ states: [RegistrationState] = [.accepted]) throws -> Walk {
        var walk = try pending(states)
        walk.act(.list(.showConfirmed))
        return walk
    }

    /// The kiosk has kept the fresh draft.
    mutating func beginDraft() throws {
        guard case .beginDraft(let form, _)? = open.last?.work else { return }
        try answer(.draft(.success(Draft(applicationID: Samples.applicationID, form: form))))
    }
}

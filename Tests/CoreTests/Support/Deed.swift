import Core
import Foundation
import Testing

/// One event with whoever may cause it, made on demand: every paper has a digest of its own.
struct Deed {
    private var papersMade = 0

    mutating func event(_ name: RegistrationEvent.Name, kind: RegistrationKind) throws -> RegistrationEvent {
        switch name {
        case .edit: .edit(try Sample.form(kind))
        case .save: .save
        case .signPersonally: .signPersonally(try paper(.personallySignedForm))
        case .returnToApplicant: .returnToApplicant(reason: "联系电话有误")
        case .seal: .seal(try paper(.sealedForm))
        case .accept: .accept(try Sample.decision())
        case .requireCorrection: .requireCorrection(items: ["补交扫描件", "更换照片"])
        case .declineAcceptance: .declineAcceptance(reason: "不属于本机关职权范围")
        case .beginReview: .beginReview
        case .approve: .approve
        case .refuse: .refuse(reason: "不符合条件")
        case .collect: .collect
        case .withdraw: .withdraw
        }
    }

    mutating func paper(_ kind: SignedPaper.Kind) throws -> SignedPaper {
        papersMade += 1
        return SignedPaper(kind: kind, digest: try Sample.digest(papersMade), signedAt: try Sample.noon("2026-11-22"))
    }

    static func actor(_ role: Actor.Role) throws -> Actor {
        switch role {
        case .applicant: .applicant
        case .enterprise: .enterprise(try Sample.enterprise().code)
        case .store: .store
        case .reviewer: .reviewer(id: "R-01")
        }
    }

    /// Applies the event as somebody who may.
    mutating func perform(_ name: RegistrationEvent.Name, on registration: inout Registration) throws
        -> [Registration.Effect]
    {
        let role = try #require(Actor.Role.allCases.first { name.permittedRoles.contains($0) })
        return try registration.apply(
            event(name, kind: registration.kind), by: Self.actor(role), at: Sample.noon("2026-11-22"))
    }

    /// The shortest way to a state, for the kinds that have it.
    static func way(to state: RegistrationState, kind: RegistrationKind) -> [RegistrationEvent.Name] {
        let sealed: [RegistrationEvent.Name] = [.save, .signPersonally, .seal]
        return switch state {
        case .draft: []
        case .saved: [.save]
        case .personallySigned: [.save, .signPersonally]
        case .returnedByEnterprise: [.save, .signPersonally, .returnToApplicant]
        case .sealed, .cancelled: sealed
        case .correctionRequired: sealed + [.requireCorrection]
        case .notAccepted: sealed + [.declineAcceptance]
        case .accepted: sealed + [.accept]
        case .inReview: sealed + [.accept, .beginReview]
        case .approved: sealed + [.accept, .beginReview, .approve]
        case .refused: sealed + [.accept, .beginReview, .refuse]
        case .collected: sealed + [.accept, .beginReview, .approve, .collect]
        case .withdrawn: [.withdraw]
        }
    }

    mutating func registration(_ kind: RegistrationKind, in state: RegistrationState) throws -> Registration {
        var registration = try Sample.registration(kind)
        for name in Self.way(to: state, kind: kind) { _ = try perform(name, on: &registration) }
        try #require(registration.state == state)
        return registration
    }
}

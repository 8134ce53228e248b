package import Foundation

/// 注册证书: the right to practise at one employer, for a term. A machine of its own, because renames touch
/// certificates whose application ended long ago.
package struct RegistrationCertificate: Hashable, Sendable, Codable {
    package let id: CertificateID
    /// As the store numbers it.
    package let number: String
    package let holder: DocumentNumber
    package private(set) var enterprise: Enterprise
    package let issuedOn: CivilDate
    /// Last day of the term.
    package private(set) var validThrough: CivilDate
    package private(set) var photo: FileReference?
    package private(set) var state: CertificateState
    /// Counts what has happened to it.
    package private(set) var revision: Int

    /// 注册建筑师条例 17: two years.
    package static let termYears = 2

    /// - Parameter issuedOn: the term runs two years from here. 民法典 201 and 202: the first day is not counted, the
    ///   last is the corresponding day of the last year.
    package init(
        id: CertificateID, number: String, holder: DocumentNumber, enterprise: Enterprise, issuedOn: CivilDate,
        photo: FileReference?, isPaper: Bool = false
    ) {
        self.id = id
        self.number = number
        self.holder = holder
        self.enterprise = enterprise
        self.issuedOn = issuedOn
        self.photo = photo
        validThrough = issuedOn.adding(years: Self.termYears)
        state = isPaper ? .paper : .issued
        revision = 0
    }

    package func isExpired(on day: CivilDate) -> Bool { validThrough < day }

    /// The holder is registered on that day.
    package func isValid(on day: CivilDate) -> Bool { state != .void && !isExpired(on: day) }

    /// Applies one event, or refuses it and changes nothing.
    package mutating func apply(
        _ event: CertificateEvent, by actor: Actor, at now: Date
    ) throws(Refusal) {
        try checkMay(actor, event)
        guard let next = Self.destination(from: state, on: event.name) else {
            throw .notPossible(event: event.name, state: state)
        }
        if event.name.needsValidTerm, isExpired(on: CivilDate(shanghai: now)) { throw .expired(on: validThrough) }
        try carryOut(event)
        state = next
        revision += 1
    }

    private func checkMay(_ actor: Actor, _ event: CertificateEvent) throws(Refusal) {
        guard event.name.permittedRoles.contains(actor.role) else {
            throw .notYours(role: actor.role, event: event.name)
        }
        if case .enterprise(let code) = actor, code != enterprise.code { throw .otherEnterprise }
    }

    private mutating func carryOut(_ event: CertificateEvent) throws(Refusal) {
        switch event {
        case .exchange(let newPhoto):
            photo = newPhoto
        case .rename(let renamed):
            guard renamed.code == enterprise.code else { throw .otherEnterprise }
            guard renamed.name != enterprise.name, !renamed.name.isBlank else { throw .sameName }
            enterprise = renamed
        case .renew(let newPhoto):
            photo = newPhoto ?? photo
            validThrough = validThrough.adding(years: Self.termYears)
        case .collect, .cancel:
            break
        }
    }
}

/// One registration certificate at the store.
package typealias CertificateID = Identifier<RegistrationCertificate>

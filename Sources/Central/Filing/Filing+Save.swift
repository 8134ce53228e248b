import Core
import Foundation

/// 保存: the whole form, checked by the same rules as in the kiosk and against the store's records.
extension Filing {
    func save(_ identity: IdentityRecord, _ form: ApplicationForm) throws -> ApplicationStatus {
        guard let person = try session.person(number: identity.number), let phone = person.phone,
            try session.hasVisited(kiosk, .applicant(person.id))
        else { throw EntryRefusal.applicantUnknown }
        var record = try existingRecord(of: person) ?? newRecord(person, phone, identity, form)
        let revision = record.registration.revision
        try check(form, of: person)
        var effects: [Registration.Effect] = []
        if revision > 0 { effects = try record.apply(.edit(form), by: .applicant, at: now) }
        effects += try record.apply(.save, by: .applicant, at: now)
        return try conclusion.conclude(record, from: revision, effects, pdf: nil)
    }

    private func existingRecord(of person: Person) throws -> ApplicationRecord? {
        guard let record = try session.application(entry.applicationID) else { return nil }
        guard record.person == person.id else { throw EntryRefusal.applicationUnknown }
        return record
    }

    /// A new application, if this person may start one of this kind today.
    private func newRecord(
        _ person: Person, _ phone: PhoneNumber, _ identity: IdentityRecord, _ form: ApplicationForm
    ) throws -> ApplicationRecord {
        if try session.openApplication(of: person.id, besides: entry.applicationID) != nil {
            throw EntryRefusal.otherApplicationOpen
        }
        if let reason = try offers(to: person).first(where: { $0.kind == form.kind })?.reason {
            throw EntryRefusal.notEligible(reason)
        }
        let applicant = Applicant(identity: identity, phone: phone)
        return ApplicationRecord(
            registration: Registration(id: entry.applicationID, applicant: applicant, form: form), person: person.id,
            createdAt: now, updatedAt: now)
    }

    /// Besides the application that this entry is about.
    private func offers(to person: Person) throws -> [KindOffer] {
        let standing = Eligibility.Standing(
            open: nil, certificate: try session.certificate(of: person.identity.number))
        return registry.eligibility.offers(for: standing, on: CivilDate(shanghai: now))
    }

    private func rules(for person: Person) throws -> FormRules {
        registry.policy.formRules.applying(try offers(to: person))
    }

    private func check(_ form: ApplicationForm, of person: Person) throws {
        var problems = try rules(for: person).problems(in: form, on: CivilDate(shanghai: now))
        let record = try session.qualification(of: person.identity)
        problems += differences(form, from: record)
        problems += try missingFiles(of: form, besides: record).filter { missing in
            !problems.contains { $0.field == missing.field }
        }
        problems += try employerDifference(form, of: person)
        guard problems.isEmpty else { throw EntryRefusal.form(problems) }
        guard let enterprise = form.enterprise, try session.enterprise(enterprise.code) == enterprise else {
            throw EntryRefusal.enterpriseUnknown
        }
    }

    /// A Shanghai qualification is the recorded one.
    private func differences(_ form: ApplicationForm, from record: QualificationRecord?) -> [FormProblem] {
        var found: [FormProblem] = []
        if case .initial(let form) = form, let stated = form.qualification, stated.place == .shanghai,
            stated != record?.certificate
        {
            found.append(FormProblem(.qualification, .differsFromRecord))
        }
        return found
    }

    /// Every file that the form names is at the store: handed in for this application, or the photo of its records.
    private func missingFiles(of form: ApplicationForm, besides record: QualificationRecord?) throws -> [FormProblem] {
        try form.attachments.filter { kind, file in
            if kind == .photo, file.digest == record?.photoDigest, file.byteCount == record?.photo.count {
                return false
            }
            return try session.attachedFile(file.digest, as: kind, of: entry.applicationID) != file
        }.map { kind, _ in FormProblem(kind.field, kind == .photo ? .differsFromRecord : .missing) }
    }

    /// Renewal and cancellation are for the employer on the certificate; another one starts with a cancellation.
    private func employerDifference(_ form: ApplicationForm, of person: Person) throws -> [FormProblem] {
        switch form {
        case .initial: return []
        case .renewal, .cancellation:
            let registered = try session.certificate(of: person.identity.number)?.enterprise
            return form.enterprise == registered ? [] : [FormProblem(.enterprise, .differsFromRecord)]
        }
    }
}

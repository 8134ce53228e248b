import Core
import Foundation

// What a kiosk files about certificates. Each is one transaction, and applied once by its entry.
extension Filing {
    /// 领证. What led to the certificate is done with it, if it was an application of this store.
    /// - Returns: nil where no application has changed.
    func collect(_ id: CertificateID) throws -> ApplicationStatus? {
        let (certificate, holder) = try ownCertificate(id)
        try keep(certificate, after: .collect, by: .applicant)
        let approved = try session.applications(of: .applicant(holder.id)).filter { $0.registration.state == .approved }
        return try approved.map { try $0.step(.collect, by: .applicant, nil, self) }.first
    }

    /// 纸质证书换领电子证书. The photo is the one that the store holds, or one that was handed in for this certificate.
    func exchange(_ id: CertificateID, photo: FileReference) throws {
        let (certificate, holder) = try ownCertificate(id)
        let record = try session.qualification(of: holder.identity)
        let isRecorded = photo.digest == record?.photoDigest && photo.byteCount == record?.photo.count
        let isBrought = try session.attachedFile(photo.digest, as: .photo, of: ApplicationID(id.uuid)) == photo
        guard isRecorded || isBrought else {
            throw EntryRefusal.form([FormProblem(.photo, .differsFromRecord)])
        }
        if let finding = registry.policy.formRules.attachments.finding(byteCount: photo.byteCount, for: .photo) {
            throw EntryRefusal.attachment(.photo, finding)
        }
        try keep(certificate, after: .exchange(photo: photo), by: .applicant)
    }

    /// 企业名称变更: all certificates of the enterprise, or none.
    func rename(to confirmed: Enterprise) throws {
        guard try session.hasVisited(kiosk, .enterprise(confirmed.code)) else {
            throw EntryRefusal.certificate(.notYours(role: .enterprise, event: .rename))
        }
        // The register may have moved on since the enterprise looked.
        guard try session.enterprise(confirmed.code) == confirmed else { throw EntryRefusal.enterpriseUnknown }
        let day = CivilDate(shanghai: now)
        let certificates = try session.certificates(toRename: confirmed, on: day)
        guard !certificates.isEmpty else { throw EntryRefusal.certificate(.sameName) }
        for certificate in certificates {
            try keep(certificate, after: .rename(to: confirmed), by: .enterprise(confirmed.code))
        }
        let list = RenameList(
            oldName: certificates.oldNames.joined(separator: "、"), enterprise: confirmed, renamedOn: day,
            entries: try session.entries(of: certificates), office: registry.policy.office)
        try session.run(
            "INSERT INTO renames (entry, enterprise_code, content) VALUES (?, ?, ?)", entry.id, confirmed.code,
            JSONColumn(list))
        try tell(holdersOf: certificates)
        try session.audit("renamed \(certificates.count) certificates under \(confirmed.code)", by: kiosk, at: now)
    }

    /// Each holder whose phone the store knows, once however many certificates there are, in the rename's own
    /// transaction: a store that is killed has renamed and told, or neither.
    private func tell(holdersOf certificates: [RegistrationCertificate]) throws {
        var told: Set<DocumentNumber> = []
        for certificate in certificates where told.insert(certificate.holder).inserted {
            guard let phone = try session.person(number: certificate.holder)?.phone else { continue }
            try registry.send(.employerRenamed, to: phone, in: session)
        }
    }

    /// The certificate, if its holder has been at this kiosk.
    func ownCertificate(_ id: CertificateID) throws -> (RegistrationCertificate, Person) {
        guard let certificate = try session.certificate(id),
            let holder = try session.person(number: certificate.holder),
            try session.hasVisited(kiosk, .applicant(holder.id))
        else { throw EntryRefusal.certificateUnknown }
        return (certificate, holder)
    }

    private func keep(
        _ certificate: RegistrationCertificate, after event: CertificateEvent, by actor: Actor
    ) throws {
        var certificate = certificate
        do { try certificate.apply(event, by: actor, at: now) } catch { throw EntryRefusal.certificate(error) }
        try session.keepCertificate(certificate)
    }
}

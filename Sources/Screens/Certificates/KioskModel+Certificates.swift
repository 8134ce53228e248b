import Core

// 电子注册证书管理: 领证, and 纸质证书换领电子证书 before it.
extension KioskModel {
    mutating func showCertificates() -> [Command] {
        guard case .applicant(let visit) = visit, !isBusy else { return [] }
        screen = .certificateList
        return begin(.loadCertificates(visit.session.token))
    }

    mutating func takeCertificates(_ result: Result<[RegistrationCertificate], Trouble>) -> [Command] {
        guard case .certificateList = screen, case .applicant(var visit) = visit else { return [] }
        switch result {
        case .success(let certificates):
            visit.certificates = certificates
            self.visit = .applicant(visit)
            return []
        case .failure(let trouble): return stumble(trouble)
        }
    }

    mutating func act(_ action: Action.Certificates) -> [Command] {
        switch (screen, action) {
        case (.certificateList, .open(let id)): return openCertificate(id)
        case (.certificateList, .refresh): return showCertificates()
        case (.certificateList, .back):
            guard !isBusy else { return [] }
            return backToList()
        case (.certificate(let desk), _): return act(action, on: desk)
        case (_, _): return []
        }
    }

    private mutating func openCertificate(_ id: CertificateID) -> [Command] {
        guard !isBusy, case .applicant(let visit) = visit,
            let certificate = visit.certificates?.first(where: { $0.id == id })
        else { return [] }
        return open(certificate)
    }

    private mutating func open(_ certificate: RegistrationCertificate) -> [Command] {
        screen = .certificate(CertificateDesk(certificate: certificate))
        guard let token = visit.token else { return [] }
        return switch certificate.state {
        case .collected: begin(.showCertificate(certificate.id, token))
        case .paper: showPhoto()
        case .issued, .renamed, .void: []
        }
    }

    private mutating func act(_ action: Action.Certificates, on desk: CertificateDesk) -> [Command] {
        guard case .applicant(let visit) = visit, !isBusy else { return [] }
        switch action {
        case .back:
            screen = .certificateList
            return []
        case .confirm: return confirm(desk, visit)
        case .bringPhoto:
            guard desk.certificate.state == .paper else { return [] }
            screen = .sourceChoice(SourceChoice(wanted: .certificatePhoto(desk)))
            return []
        case .print:
            guard desk.certificate.state == .collected else { return [] }
            return startPrinting(.certificate(desk.certificate.id))
        case .takeAlong:
            guard desk.certificate.state == .collected, desk.edition != nil else { return [] }
            return takeAlong(.certificate(desk))
        case .retry:
            guard desk.certificate.state == .collected, desk.edition == nil else { return [] }
            return begin(.showCertificate(desk.certificate.id, visit.session.token))
        case .look(let action):
            var desk = desk
            desk.look.take(action, of: desk.edition?.pictures.count ?? 0)
            screen = .certificate(desk)
            return []
        case .open, .refresh: return []
        }
    }

    private mutating func confirm(_ desk: CertificateDesk, _ visit: ApplicantVisit) -> [Command] {
        let certificate = desk.certificate
        guard !certificate.isExpired(on: today) else { return [] }
        switch certificate.state {
        case .paper:
            guard let photo = desk.photo(of: visit) else { return [] }
            screen = .filing(Filing(purpose: .exchange(desk), since: now))
            return begin(.exchange(certificate.id, photo: photo, brought: desk.broughtPhoto?.content))
        case .issued, .renamed:
            screen = .filing(Filing(purpose: .collection(certificate), since: now))
            return begin(.collect(certificate.id))
        case .collected, .void: return []
        }
    }

    /// The store has it: the certificate stands where the event has brought it.
    mutating func concluded(_ certificate: RegistrationCertificate, _ event: CertificateEvent) -> [Command] {
        var certificate = certificate
        try? certificate.apply(event, by: .applicant, at: now)
        if case .applicant(var visit) = visit {
            visit.certificates = visit.certificates?.map { $0.id == certificate.id ? certificate : $0 }
            self.visit = .applicant(visit)
        }
        return open(certificate)
    }

    mutating func takeEdition(_ result: Result<TypesetForm, Trouble>, on desk: CertificateDesk) -> [Command] {
        switch result {
        case .success(let edition):
            var desk = desk
            desk.edition = edition
            screen = .certificate(desk)
            return []
        case .failure(let trouble): return stumble(trouble)
        }
    }
}

extension ApplicantVisit {
    /// The store's photo of the person, where it may stand on a certificate.
    var certificatePhoto: FileReference? {
        photo.flatMap { photo in
            let finding = session.rules.attachments.finding(byteCount: photo.byteCount, for: .photo)
            return photo.format == .jpeg && finding == nil ? photo : nil
        }
    }
}

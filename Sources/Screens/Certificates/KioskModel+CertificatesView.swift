import Core
import Terminal

private typealias Words = CertificateText

extension KioskModel {
    func certificateListPage(_ layout: Layout) -> Page {
        guard case .applicant(let visit) = visit else { return Page(title: t(Words.title), content: .empty) }
        let certificates = visit.certificates
        return Page(
            title: t(Words.title), task: .list, hint: t(Words.hint),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                if let certificates {
                    if certificates.isEmpty { ScreenView.note(t(Words.nothing)) }
                    for certificate in certificates { entry(certificate) }
                } else {
                    ScreenView.note(
                        t(isBusy ? ApplicationText.loading : .notLoaded), tone: isBusy ? .active : .warning)
                }
            },
            left: [FooterButton(t(CommonText.back), .certificates(.back), unless: busyReason)],
            right: certificates == nil
                ? [FooterButton(t(CommonText.retry), .certificates(.refresh), isPrimary: true, unless: busyReason)] : []
        )
    }

    private func entry(_ certificate: RegistrationCertificate) -> ScreenView {
        .entry(
            certificate.number, status: word(certificate.state), tone: tone(certificate),
            details: [certificate.enterprise.name, t(Words.validThrough, "\(certificate.validThrough)")],
            id: "certificate \(certificate.id)", action: .certificates(.open(certificate.id)))
    }

    func certificatePage(_ desk: CertificateDesk, _ layout: Layout) -> Page {
        let pictures = desk.edition?.pictures ?? []
        let facts = certificateFacts(desk, layout)
        return Page(
            title: title(of: desk.certificate), task: desk.certificate.state == .collected ? .detail : .check,
            hint: hint(of: desk.certificate),
            content: paper(pictures, desk.look, facts, layout) { .certificates(.look($0)) },
            pinned: paperButtons(pictures, desk.look) { .certificates(.look($0)) },
            left: [FooterButton(t(CommonText.back), .certificates(.back), unless: busyReason)],
            right: photoButton(desk) + certificatePrimary(desk))
    }

    private func title(of certificate: RegistrationCertificate) -> String {
        switch certificate.state {
        case .paper: t(Words.exchangeTitle)
        case .issued, .renamed: t(Words.collectTitle)
        case .collected: t(Words.collectedTitle)
        case .void: t(Words.voidTitle)
        }
    }

    private func hint(of certificate: RegistrationCertificate) -> String {
        switch certificate.state {
        case .paper: t(Words.exchangeHint)
        case .issued, .renamed: t(Words.collectHint)
        case .collected: t(Words.collectedHint)
        case .void: ""
        }
    }

    private func certificateFacts(_ desk: CertificateDesk, _ layout: Layout) -> ScreenView {
        let certificate = desk.certificate
        let facts = ScreenView.column {
            fact(t(ApplicationText.certificateNumber), certificate.number)
            if case .applicant(let visit) = visit {
                fact(t(IdentificationText.name), Masking.name(visit.identity.name))
                fact(t(IdentificationText.number), certificate.holder.masked)
            }
            fact(t(ApplicationText.detailEnterprise), certificate.enterprise.name)
            fact(t(Words.issuedOn), "\(certificate.issuedOn)")
            fact(t(ApplicationText.validThrough), "\(certificate.validThrough)")
            fact(t(ApplicationText.detailState), word(certificate.state), style: tone(certificate).style)
            ScreenView.space(1)
            certificateNote(desk)
        }
        guard certificate.state == .paper, case .applicant(let visit) = visit else { return facts }
        return besidePhoto(facts, visit.photoLook, layout)
    }

    private func certificateNote(_ desk: CertificateDesk) -> ScreenView {
        if desk.certificate.isExpired(on: today) { return .note(t(Words.expired), tone: .warning) }
        switch desk.certificate.state {
        case .paper:
            return .column {
                ScreenView.note(t(Words.photoSpecification))
                if desk.broughtPhoto != nil {
                    ScreenView.note(t(Words.photoBrought), tone: .success)
                } else if hasPhoto(desk) {
                    ScreenView.note(t(Words.photoChecked), tone: .success)
                } else {
                    ScreenView.note(t(Words.photoMissing), tone: .warning)
                }
                ScreenView.note(t(Words.exchangeOnce))
            }
        case .issued: return .note(t(Words.issuedNote))
        case .renamed: return .note(t(Words.renamedNote), tone: .active)
        case .void: return .note(t(Words.voidNote))
        case .collected:
            guard desk.edition == nil else { return .note(t(Words.signedNote), tone: .success) }
            return .note(t(isBusy ? Words.preparing : .notReady), tone: isBusy ? .active : .warning)
        }
    }

    private func photoButton(_ desk: CertificateDesk) -> [FooterButton] {
        guard desk.certificate.state == .paper, !desk.certificate.isExpired(on: today) else { return [] }
        return [FooterButton(t(Words.bringPhoto), .certificates(.bringPhoto), unless: busyReason)]
    }

    private func hasPhoto(_ desk: CertificateDesk) -> Bool {
        guard case .applicant(let visit) = visit else { return false }
        return desk.photo(of: visit) != nil
    }

    private func certificatePrimary(_ desk: CertificateDesk) -> [FooterButton] {
        let expired = desk.certificate.isExpired(on: today) ? t(Words.expired) : nil
        switch desk.certificate.state {
        case .paper:
            return [
                FooterButton(
                    t(Words.exchangeNow), .certificates(.confirm), isPrimary: true,
                    unless: expired ?? busyReason ?? (hasPhoto(desk) ? nil : t(Words.photoMissing)))
            ]
        case .issued, .renamed:
            return [
                FooterButton(
                    t(Words.collectNow), .certificates(.confirm), isPrimary: true, unless: expired ?? busyReason)
            ]
        case .collected:
            if desk.edition == nil, !isBusy {
                return [FooterButton(t(CommonText.retry), .certificates(.retry), isPrimary: true)]
            }
            let reason = desk.edition == nil ? t(Words.preparing) : nil
            return [
                FooterButton(t(TakeAlongText.takeCertificate), .certificates(.takeAlong), unless: reason),
                FooterButton(t(Words.print), .certificates(.print), isPrimary: true, unless: reason),
            ]
        case .void: return []
        }
    }

    func word(_ state: CertificateState) -> String {
        switch (language, state) {
        case (.chinese, _): state.chinese
        case (.english, .paper): "On paper, to be exchanged"
        case (.english, .issued): "To be collected"
        case (.english, .collected): "Collected"
        case (.english, .renamed): "Employer renamed: collect again"
        case (.english, .void): "Void"
        }
    }

    private func tone(_ certificate: RegistrationCertificate) -> Tone {
        switch certificate.state {
        case .paper, .issued, .renamed: certificate.isExpired(on: today) ? .warning : .active
        case .collected: certificate.isExpired(on: today) ? .warning : .success
        case .void: .plain
        }
    }
}

package import Core

/// Looks at every reader once and says what lies there. No PIN is asked for.
package struct CardSurvey: Sendable {
    private let binding: ReaderBinding
    private let reveal: Bool
    private let creditCodeExtensions: [String]
    private let patience: Duration

    /// - Parameters:
    ///   - reveal: names and numbers in full
    ///   - creditCodeExtensions: dotted identifiers of the extensions that may hold the credit code, in that order
    package init(
        binding: ReaderBinding, reveal: Bool = false,
        creditCodeExtensions: [String] = ["1.2.156.112570.11.210"], patience: Duration = .seconds(8)
    ) {
        self.binding = binding
        self.reveal = reveal
        self.creditCodeExtensions = creditCodeExtensions
        self.patience = patience
    }

    /// One report a reader, in pcscd's order.
    /// - Throws: `.serviceDown`.
    package func reports() async throws(CardFault) -> [CardReport] {
        let names = try await Deadline.run(patience, else: .serviceDown) {
            await ReaderSurvey(survey: self).readers()
        }
        var reports: [CardReport] = []
        for name in names { reports.append(await report(on: name)) }
        return reports
    }

    private func report(on reader: String) async -> CardReport {
        let blank = CardReport(reader: reader, role: binding.role(of: reader))
        do throws(CardFault) {
            return try await Deadline.run(patience, else: .timedOut(blank.role ?? .identity)) {
                await .success(ReaderSurvey(survey: self).look(at: blank))
            }
        } catch {
            var report = blank
            report.fault = error.word
            return report
        }
    }

    fileprivate func fill(_ report: inout CardReport, from session: CardSession) throws(CardFault) {
        // The reader's role says what to expect; the other kind is tried when that is not it.
        let isCertificateFirst = report.role == .enterprise
        do throws(CardFault) {
            try isCertificateFirst ? fillCertificates(&report, session) : fillIdentity(&report, session)
        } catch {
            guard case .unknownCard = error else { throw error }
            report.kind = .unknown
            try isCertificateFirst ? fillIdentity(&report, session) : fillCertificates(&report, session)
        }
    }

    private func fillIdentity(_ report: inout CardReport, _ session: CardSession) throws(CardFault) {
        let record = try IdentityCardProfile(session).read()
        report.kind = .identity
        report.identity = CardReport.Identity(record, reveal: reveal)
    }

    private func fillCertificates(_ report: inout CardReport, _ session: CardSession) throws(CardFault) {
        try session.reset()
        let profile = try PIVProfile(session)
        report.kind = .certificate
        report.pinTriesLeft = try profile.triesLeft()
        var certificates: [CardReport.Certificate] = []
        for purpose in EnterpriseKey.allCases { certificates.append(try certificate(purpose, profile)) }
        report.certificates = certificates
    }

    private func certificate(
        _ purpose: EnterpriseKey, _ profile: PIVProfile
    ) throws(CardFault) -> CardReport.Certificate {
        let der = try profile.certificate(purpose.slot)
        let outline = CertificateOutline(der: der)
        let codes = creditCodeExtensions.lazy.compactMap { outline?.text(ofExtension: $0) }
        return CardReport.Certificate(
            purpose: purpose, subject: outline?.subjectCommonName, creditCode: codes.first, size: der.count)
    }
}

/// One look at one reader on a thread of its own: a hanging card holds up nobody else.
private actor ReaderSurvey {
    private let survey: CardSurvey
    private let executor = QueueExecutor(label: "card-survey")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(survey: CardSurvey) { self.survey = survey }

    func readers() -> Result<[String], CardFault> {
        do throws(PCSCCode) { return .success(try PCSCContext().readers()) } catch { return .failure(.serviceDown) }
    }

    func look(at blank: CardReport) -> CardReport {
        var report = blank
        let role = blank.role ?? .identity
        do throws(CardFault) {
            let transport = try open(blank.reader, role)
            defer { transport.close(report.kind == .identity ? .leave : .reset) }
            report.atr = Hex.text(transport.atr)
            try survey.fill(&report, from: CardSession(transport, role: role))
        } catch { report.fault = error.word }
        return report
    }

    private func open(_ reader: String, _ role: ReaderRole) throws(CardFault) -> PCSCTransport {
        do throws(TransportFault) {
            return try PCSCTransport.connect { $0.contains(reader) ? reader : nil }
        } catch { throw error.fault(at: role) }
    }
}

import Core
import Foundation
import VirtualDevices

/// Form and notice, set again and again in one process of ours and in one of WeasyPrint's.
struct PaperBench {
    let hall: Hall
    let peers: BenchPeers
    let photo: String

    private static let repetitions = 12

    /// By paper, milliseconds a time.
    private struct Milliseconds: Decodable {
        let form: [Double]
        let notice: [Double]
    }

    func run(into ledger: inout FigureLedger) async throws {
        let papers = hall.directory.path("bench-papers.json")
        try JSONEncoder().encode(SamplePapers(enterprise: hall.cards.enterprise)).write(
            to: URL(fileURLWithPath: papers))
        let settings = KioskSettingsFile.path(in: hall.directory)
        let own = BenchProcess(
            hall.programs.kiosk,
            [
                "bench-papers", "--settings", settings, "--papers", papers, "--photo", photo,
                "--runs", "\(Self.repetitions)",
            ])
        let remembering = BenchProcess(own.executable, own.arguments + ["--remembering"])
        let peer = peers.papers([papers, BakedData.fonts, photo, "\(Self.repetitions)"])
        let ours = try await measure(own)
        let withoutForgetting = try await measure(remembering)
        let theirs = try await measure(peer)
        for (name, paper) in [("form typeset", \Milliseconds.form), ("notice typeset", \Milliseconds.notice)] {
            // The first of a process opens the fonts.
            ledger.add("\(name), first of a process", .milliseconds, [ours[keyPath: paper][0]])
            ledger.add(
                peer: "weasyprint", to: "\(name), first of a process", .milliseconds, [theirs[keyPath: paper][0]])
            ledger.add(name, .milliseconds, Array(ours[keyPath: paper].dropFirst()))
            ledger.add(peer: "weasyprint", to: name, .milliseconds, Array(theirs[keyPath: paper].dropFirst()))
            ledger.add(
                peer: "ours, freed memory not overwritten", to: name, .milliseconds,
                Array(withoutForgetting[keyPath: paper].dropFirst()))
        }
    }

    private func measure(_ process: BenchProcess) async throws -> Milliseconds {
        try JSONDecoder().decode(Milliseconds.self, from: try await process.run().output)
    }
}

/// What `kiosk bench-papers` and its peer set.
private struct SamplePapers: Encodable {
    let form: ApplicationFormContent
    let notice: AcceptanceNotice

    private struct NoticeNumberProblem: Error {}

    init(enterprise: Enterprise) throws {
        guard let number = NoticeNumber(year: 2026, serial: 1) else { throw NoticeNumberProblem() }
        let person = SamplePeople.applicant
        let application = ApplicationID(UUID())
        let applicant = Applicant(identity: person.identity, phone: try PhoneNumber("13800000001"))
        let initial = InitialForm(
            enterpriseName: enterprise.name, enterprise: enterprise, enterprisePhone: "02164680000",
            qualification: person.qualification, isDeclared: true)
        let today = CivilDate(shanghai: Date())
        form = ApplicationFormContent(applicationID: application, applicant: applicant, form: .initial(initial))
        notice = AcceptanceNotice(
            applicationID: application, number: number, checkCode: "K7Q2M9",
            kind: .initial, applicantName: person.identity.name, maskedIDNumber: person.identity.number.masked,
            enterprise: enterprise, filedOn: today, acceptedOn: today, dueOn: today, workingDays: 20,
            materials: ApplicationForm.initial(initial).materials,
            office: .init(
                name: "上海市示例政务服务中心", window: "综合窗口12号", enquiryPhone: "021-12345000",
                complaintPhone: "021-12345001", verificationURL: "https://hall.example/verify"))
    }
}

import CentralAPI
import Core
import Documents
import Foundation
import Synchronization

@testable import Central

/// A store without HTTP, in a folder of its own that goes with the test.
struct TestStore {
    let registry: Registry
    let clock: TestClock
    let papers: ScriptedVerification
    let enterpriseRoot: TestAuthority
    let staffRoot: TestAuthority
    let folder: URL
    let spool: SpoolGateway

    static let kiosk = "kiosk-001"
}

/// Runs with a seeded store whose verification of PDFs is scripted, or the real one.
func withStore(
    automaticAcceptance: Bool = true, staffPhone: PhoneNumber? = nil, halls: [[String]] = [],
    inspectingWith press: PaperPress? = nil, certifyingWith certifier: PaperPress? = nil,
    _ body: (TestStore) async throws -> Void
) async throws {
    try await withFolder { folder in
        var settings = CentralSettings.skeleton
        settings.acceptance = automaticAcceptance ? .automatic : .reviewer
        let clock = TestClock()
        let place = StoreFolder(settings: settings, url: { folder.appending(path: $0) })
        try place.create(clock.world)
        let vault = try place.vault()
        let root = try TestAuthority("测试企业根")
        let staffRoot = try TestAuthority("测试员工根")
        let papers = ScriptedVerification()
        let authority = try place.personRoot(vault).open()
        let trust = try EnterpriseTrust(AuthorityFile(pem: root.pem), creditCodeOIDs: settings.creditCodeOIDs)
        let inspection = try press.map { try FormInspection(press: $0, personRoot: authority.root, trust: trust) }
        let registry = Registry(
            database: try SQLiteDatabase(file: folder.appending(path: settings.dataFile)),
            policy: .init(
                office: settings.office, calendar: try CalendarFile.read(folder.appending(path: "holidays.json")),
                decisionDays: settings.decisionDays,
                acceptanceDays: settings.acceptanceDays, acceptance: settings.acceptance, formRules: settings.formRules,
                renewalWindow: settings.renewalWindow, codes: settings.codes, sessionMinutes: settings.sessionMinutes,
                phoneAddress: "https://phone.example", staffPhone: staffPhone, halls: halls),
            vault: vault,
            authority: authority, trust: trust,
            staffTrust: try StaffTrust(AuthorityFile(pem: staffRoot.pem)), papers: inspection ?? papers,
            world: clock.world, bells: Bells(),
            certificates: try (certifier ?? press).map {
                CertificateMaker(press: $0, office: try place.issuingOffice(vault).open())
            })
        try await Samples.seed.fill(
            registry.database, photo: Samples.photo, digest: Samples.digest(Samples.photo), world: registry.world)
        try await body(
            TestStore(
                registry: registry, clock: clock, papers: papers, enterpriseRoot: root, staffRoot: staffRoot,
                folder: folder,
                spool: try SpoolGateway(folder: folder.appending(path: "sms"))))
    }
}

func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "central-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do { try await body(folder) } catch {
        try? FileManager.default.removeItem(at: folder)
        throw error
    }
    try removeFolder(folder)
}

/// SQLite takes its own files away when the last connection to a database is closed, which may be just now.
private func removeFolder(_ folder: URL) throws {
    for _ in 0..<100 {
        do { return try FileManager.default.removeItem(at: folder) } catch CocoaError.fileNoSuchFile {
            guard FileManager.default.fileExists(atPath: folder.path()) else { return }
        }
    }
    throw CocoaError(.fileWriteUnknown)
}

/// Says of every PDF what the test wants to hear.
final class ScriptedVerification: FormVerification {
    private let script = Mutex<(finding: SignatureFinding?, before: (@Sendable () async -> Void)?)>((nil, nil))

    func find(_ finding: SignatureFinding?) { script.withLock { $0.finding = finding } }
    /// What happens at the store while a PDF is being looked at.
    func meanwhile(_ act: (@Sendable () async -> Void)?) { script.withLock { $0.before = act } }

    func checkPersonalSignature(
        _ pdf: Data, on registration: Registration, photo: Data?, certificate: Data, at now: Date
    ) async throws(SignatureFinding) { try await answer() }

    func checkSeal(_ pdf: Data, over signed: Data, by code: CreditCode, at now: Date) async throws(SignatureFinding) {
        try await answer()
    }

    func signers(of pdf: Data, at moment: Date) async throws(SignatureFinding) -> [PaperSigner] {
        if let finding = script.withLock({ $0.finding }) { throw finding }
        return [
            PaperSigner(name: "测试员甲", claimedAt: moment), PaperSigner(name: "示例企业", claimedAt: moment),
        ]
    }

    private func answer() async throws(SignatureFinding) {
        let (finding, act) = script.withLock { ($0.finding, $0.before) }
        script.withLock { $0.before = nil }
        await act?()
        if let finding { throw finding }
    }
}

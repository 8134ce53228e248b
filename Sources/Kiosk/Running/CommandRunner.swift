import Core
import Documents
import Foundation
import Screens
import Synchronization
import Terminal

/// Carries the screens' commands out on the ports and posts a message for each answer.
///
/// Every command runs as a task of its own: a slow store never holds up a key of the pinyin keyboard. Commands whose
/// order matters (drafts, names, sheets) go through queues of their own. A secret that a command lends is copied
/// before `run` returns, and the copy erased when the command is done.
final class CommandRunner: Sendable {
    let ports: Ports
    let names = NameSearch()
    let pinyin: PinyinKeyboard
    let troubles = RecentTroubles()
    let post: @Sendable (Message) -> Void
    private let memory = SerialTasks()
    private let composing = SerialTasks()
    private let printing = SerialTasks()
    private let visit = Mutex(VisitTraces())

    private static let forgettingPauses: [Duration] = [.zero, .seconds(1), .seconds(4)]

    /// What the runner keeps of a visit until it ends.
    private struct VisitTraces {
        var isOpen = false
        var waits: [Task<Void, Never>] = []
        /// The newest job of the scanner, for whoever stops it.
        var scan: Task<Void, Never>?
        /// The repeated forgetting after it.
        var forgetting: Task<Void, Never>?
    }

    init(ports: Ports, post: @escaping @Sendable (Message) -> Void) {
        self.ports = ports
        self.post = post
        let coverage = ports.press.coverage
        pinyin = PinyinKeyboard(ports.pinyin, filter: CandidateFilter { coverage.has($0) })
    }

    func run(_ command: Command) {
        visit.withLock { if command.work.belongsToVisit { $0.isOpen = true } }
        switch command.work {
        case .openDraft, .beginDraft, .keepDraft, .dropDraft, .keepFile, .save, .returnToApplicant, .withdraw, .collect,
            .exchange,
            .rename:
            memory.add { await self.carryOut(command) }
        case .searchEnterprises, .compose:
            composing.add { await self.carryOut(command) }
        case .printNotice, .printPaper, .printCopy, .printFirstCopy, .printHandOver, .confirmSheet, .cancelPrint:
            printing.add { await self.carryOut(command) }
        case .readIdentity, .readCertificate, .openApplicantSession, .requestPhoneCode, .registerApplicant,
            .keepSignature, .openEnterpriseSession, .loadApplications, .loadRegistration, .loadCertificates,
            .showCertificate, .loadRenameOffer, .verifyEnterprise,
            .requestSigningCode, .typesetForm, .showSignedForm, .decodePhoto, .signPersonally, .seal, .openCorner,
            .searchAsStaff, .searchByCard, .selfTest, .surveyKiosk, .readMachine, .orderMachine, .callStaff,
            .remindOfCard, .listStick, .readStick,
            .openUpload, .openDownload, .putOnStick, .showPaper:
            let command = command.withOwnSecret
            Task {
                await self.carryOut(command)
                command.work.secret?.erase()
            }
        case .awaitReceipt, .awaitUpload, .awaitDownload, .watchScanner:
            let wait = Task { await self.carryOut(command) }
            visit.withLock { $0.waits.append(wait) }
        case .scan:
            let scan = Task { await self.carryOut(command) }
            visit.withLock { visit in
                visit.waits.append(scan)
                visit.scan = scan
            }
        case .stopScan: visit.withLock { $0.scan }?.cancel()
        case .endVisit: endVisit()
        }
    }

    /// Nothing of the visit may reach the next one: not a letter of its Chinese input, not a wait for a receipt that
    /// the erasing takes away.
    private func endVisit() {
        let traces = visit.withLock { traces in
            defer { traces = VisitTraces() }
            return traces
        }
        for wait in traces.waits { wait.cancel() }
        composing.add { await self.pinyin.end() }
        eraseWhileVacant()
    }

    /// At once, and again when late answers have come and gone.
    private func forget() {
        let task = Task { [ports] in
            for pause in Self.forgettingPauses {
                try? await Task.sleep(for: pause)
                if Task.isCancelled { return }
                await ports.forget()
            }
        }
        visit.withLock { visit in
            visit.forgetting?.cancel()
            visit.forgetting = task
        }
    }

    /// Erases what the store has, unless somebody is there who may still ask for it.
    func eraseWhileVacant() {
        memory.add {
            guard self.visit.withLock({ !$0.isOpen }) else { return }
            try? await self.ports.storage.eraseSettled()
            self.forget()
        }
    }

    /// Returns when nobody is there.
    func vacancy() async {
        while visit.withLock({ $0.isOpen }), !Task.isCancelled { try? await Task.sleep(for: .seconds(1)) }
    }

    /// Goes on with the sheets that an earlier run of the program left open.
    func resumePrinting() async {
        for order in (try? await ports.storage.openOrders()) ?? [] { follow(order.token) }
    }

    func follow(_ token: PrintToken) {
        Task {
            for await progress in await ports.printer.follow(token) { post(.print(token, progress)) }
        }
    }

    private func carryOut(_ command: Command) async {
        guard let answer = await answer(to: command.work) else { return }
        if let trouble = answer.trouble { troubles.note(trouble, at: ports.now()) }
        post(.answer(command.id, answer))
    }

    private func answer(to work: Work) async -> Answer? {
        switch work {
        case .readIdentity: .identity(await readIdentity())
        case .readCertificate: await readCertificate()
        case .openApplicantSession(let identity): .applicantAdmitted(await openApplicantSession(identity))
        case .requestPhoneCode(let phone, let session): .codeSent(await requestPhoneCode(phone, session))
        case .registerApplicant(let ticket, let code, let session):
            .applicantAdmitted(await registerApplicant(ticket, code, session))
        case .keepSignature(let mark, let session): .signatureKept(await keepSignature(mark, session))
        case .openEnterpriseSession(let pin): .enterpriseAdmitted(await openEnterpriseSession(pin))
        case .loadApplications(let session): .applications(await loadApplications(session))
        case .loadRegistration(let id, let session): .registration(await loadRegistration(id, session))
        case .loadCertificates(let session): .certificates(await loadCertificates(session))
        case .showCertificate(let id, let session): .typeset(await showCertificate(id, session))
        case .loadRenameOffer(let session): .renameOffer(await loadRenameOffer(session))
        case .verifyEnterprise(let name): .enterprise(await verifyEnterprise(name))
        case .requestSigningCode(let session): .codeSent(await requestSigningCode(session))
        case .openDraft(let number): .draft(await openDraft(of: number))
        case .beginDraft(let form, let number): .draft(await beginDraft(form, of: number))
        case .keepDraft(let draft, let number): .draftKept(await keep(draft, of: number))
        case .dropDraft(let number): await dropDraft(of: number)
        case .searchEnterprises(let text): .matches(names.matches(for: text))
        case .compose(let step): .composition(await pinyin.take(step))
        case .save(let draft, let identity): .filed(await save(draft, identity))
        case .typesetForm(let registration, let photo, let session):
            .typeset(await typeset(registration, photo: photo, session: session))
        case .showSignedForm(let registration, let session):
            .typeset(await showSignedForm(of: registration, session: session))
        case .showPaper(let registration, let session):
            .typeset(await showPaper(of: registration, session: session))
        case .decodePhoto(let photo): .photo(await decode(photo))
        case .listStick(let folder): .folder(await listStick(folder))
        case .readStick(let file, let purpose, let rules): .found(await readStick(file, purpose, rules))
        case .watchScanner(let known): .scanner(await watchScanner(known))
        case .scan(let purpose, let earlier, let rules): .found(await scan(purpose, behind: earlier, rules))
        case .openUpload(let purpose, let session): .uploadOpened(await openUpload(purpose, session))
        case .awaitUpload(let ticket, let purpose, let rules, let session):
            await awaitUpload(ticket, purpose, rules, session).map { .upload($0) }
        case .putOnStick(let paper, let session): .onStick(await putOnStick(paper, session))
        case .openDownload(let paper, let session): .uploadOpened(await openDownload(paper, session))
        case .awaitDownload(let ticket, let session): await awaitDownload(ticket, session).map { .upload($0) }
        case .keepFile(let file, let content, let id): .fileKept(await keepFile(file, content, of: id))
        case .signPersonally(let registration, let photo, let code, let session):
            .filed(await signPersonally(registration, photo: photo, code: code, session: session))
        case .seal(let registration, let enterprise, let pin, let session):
            .filed(await seal(registration, by: enterprise, pin: pin, session: session))
        case .returnToApplicant(let id, let code, let reason):
            .filed(await file(.returnToApplicant(by: code, reason: reason), of: id))
        case .withdraw(let id): .filed(await file(.withdraw, of: id))
        case .collect(let id): .filed(await file(.collect(id), of: ApplicationID(id.uuid)))
        case .exchange(let id, let photo, let brought): .filed(await exchange(id, photo, brought))
        case .rename(let enterprise): .filed(await file(.rename(enterprise), of: ApplicationID(ports.newUUID())))
        case .awaitReceipt(let entry): await awaitReceipt(entry).map { .receipt($0) }
        case .printNotice(let id, let again, let session):
            .printing(await printNotice(of: id, again: again, session: session))
        case .printPaper(let request, let again, let session):
            .printing(await printPaper(request, again: again, session: session))
        case .confirmSheet(let token, let id, let isOut): await confirmSheet(token, of: id, isOut: isOut)
        case .cancelPrint(let token): await cancelPrint(token)
        case .openCorner: .corner(await openCorner())
        case .searchAsStaff(let query, let session): .staffFound(await search(query, session))
        case .searchByCard(let session): .staffFound(await searchByCard(session))
        case .printCopy(let id, let name, let reason, let session):
            .printing(await printCopy(of: id, name, reason, session))
        case .printFirstCopy(let id, let session): .printing(await printFirstCopy(of: id, session))
        case .printHandOver(let list): .handOverPrinted(await printHandOver(list))
        case .selfTest(let part): .selfTest(part, await test(part))
        case .surveyKiosk: .survey(await survey())
        case .readMachine: .machine(await readMachine())
        case .orderMachine(let order): .machineObeyed(await give(order))
        case .endVisit, .stopScan: nil
        case .callStaff: await callStaff()
        case .remindOfCard(let callsStaff): await remindOfCard(callsStaff)
        }
    }
}

/// Runs tasks one after the other, in the order in which they were added. Each is a task of its own, whose memory goes
/// with it: in that of a task that never ends the frames of finished calls would stay as they were.
private final class SerialTasks: Sendable {
    private let feed: AsyncStream<@Sendable () async -> Void>.Continuation

    init() {
        let (stream, feed) = AsyncStream<@Sendable () async -> Void>.makeStream()
        self.feed = feed
        Task { for await task in stream { await Task { await task() }.value } }
    }

    deinit { feed.finish() }

    func add(_ task: @escaping @Sendable () async -> Void) { feed.yield(task) }
}

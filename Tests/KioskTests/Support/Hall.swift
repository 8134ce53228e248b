import Core
import Documents
import Foundation
import Screens
import Synchronization
import Terminal
import Testing

@testable import Kiosk

/// A runner on fakes and the real press, and everything that it has posted.
struct Hall: Sendable {
    let cards: FakeCards
    let store = FakeStore()
    let signing: FakeSigning
    let storage = FakeStorage()
    let printer = FakePrinter()
    let keys: Keys
    let posted = PostedMessages()
    let runner: CommandRunner
    private let count = Counter()

    /// - Parameters:
    ///   - staffRoots: who issues staff cards; nil takes none.
    ///   - log: the kiosk's log file.
    init(
        staffRoots: AuthorityFile? = nil, log: String? = nil, files: FilePorts = FilePorts(),
        machine: LiveMachineDesk = LiveMachineDesk(files: MachineFiles(root: "/nowhere", screen: "/nowhere"))
    ) throws {
        keys = try Keys()
        cards = FakeCards(keys)
        signing = FakeSigning(keys)
        let identifiers = Counter()
        let ports = Ports(
            kiosk: "kiosk-001", cards: cards, store: store, signing: signing,
            staff: StaffBell(store, now: { Sample.now }), staffDesk: store,
            staffTrust: try staffRoots.map { try StaffTrust($0) },
            storage: storage, inspection: storage, printer: printer,
            press: try Self.press.get(),
            // The test's authority writes the credit code into the subject's serialNumber.
            certificates: CertificateReader(creditCodeOIDs: ["2.5.4.5"]),
            verifier: try SignatureVerifier(
                personRoots: [keys.authority.root], enterpriseRoots: [keys.authority.root]),
            // The test's one authority stands for the issuing office's too.
            office: try OfficeVerifier(roots: [keys.authority.root]), pinyin: PinyinData(directory: "/nowhere"),
            files: files, nudge: {}, forget: {}, now: { Sample.now },
            newUUID: { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(identifiers.next()))) },
            randomBytes: { Data(repeating: 7, count: $0) },
            site: KioskSite(storeAddress: "store.example:8443", log: LogTail(path: log)), machine: machine)
        runner = CommandRunner(ports: ports, post: { [posted] in posted.post($0) })
    }

    private static let press = Result { () throws(TypesettingFault) in
        let fonts = ProcessInfo.processInfo.environment["KIOSK_FONTS"].map { URL(filePath: $0) }
        return try PaperPress(fonts: fonts ?? repositoryFile(".build/fonts"))
    }

    @discardableResult
    func run(_ work: Work) -> CommandID {
        let id = CommandID(count.next())
        runner.run(Command(id: id, work: work))
        return id
    }

    func answer(to id: CommandID) async -> Answer {
        await posted.first { if case .answer(id, let answer) = $0 { answer } else { nil } }
    }

    func answer(to work: Work) async -> Answer { await answer(to: run(work)) }

    /// The end that the screens hear of for this order.
    func end(of token: PrintToken) async -> PrintOrder.State {
        await posted.first { if case .print(token, .ended(let state)) = $0 { state } else { nil } }
    }
}

final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}

/// Keeps what is posted; whoever asks for something waits until it is there.
final class PostedMessages: Sendable {
    private struct State {
        var messages: [Message] = []
        var waiting: [@Sendable (Message) -> Bool] = []
        var listener: (@Sendable (Message) -> Void)?
    }
    private let state = Mutex(State())

    var all: [Message] { state.withLock { $0.messages } }

    func post(_ message: Message) {
        let listener = state.withLock { state in
            state.messages.append(message)
            state.waiting.removeAll { $0(message) }
            return state.listener
        }
        listener?(message)
    }

    /// Everything from now on goes there too, as to the loop.
    func forward(to listener: @escaping @Sendable (Message) -> Void) { state.withLock { $0.listener = listener } }

    func first<Found: Sendable>(_ look: @escaping @Sendable (Message) -> Found?) async -> Found {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if let found = state.messages.lazy.compactMap(look).first {
                    return continuation.resume(returning: found)
                }
                state.waiting.append { message in
                    guard let found = look(message) else { return false }
                    continuation.resume(returning: found)
                    return true
                }
            }
        }
    }
}

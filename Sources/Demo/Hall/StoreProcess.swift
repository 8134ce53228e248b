import Core
import Foundation
import Synchronization
import VirtualDevices

/// The central store of the hall, as the program `central` on a loopback port.
final class StoreProcess: Sendable {
    let port: UInt16
    /// Of the pages for phones.
    let phonePort: UInt16
    /// Of the reviewers' pages.
    let officePort: UInt16
    private let acceptance: Acceptance
    private let program: String
    private let directory: RunDirectory
    private let samples: Samples
    private let codeLife: Int
    private let process = Mutex<ServiceProcess?>(nil)

    /// What goes into the store before it opens, and whom it trusts.
    struct Samples: Sendable {
        let seed: Data
        let enterpriseRoots: String
        let staffRoots: String
        let tls: (certificate: String, key: String, root: String)
    }

    /// Who accepts what is sealed, as the store's settings name it.
    enum Acceptance: String, Sendable { case automatic, reviewer }

    /// Who works in the back office.
    static let reviewer = (account: "r1001", password: "fictitious-review-1")

    /// - Parameter codeLife: seconds that a code is valid.
    init(
        program: String, in directory: RunDirectory, samples: Samples, codeLife: Int, acceptance: Acceptance
    ) throws {
        self.acceptance = acceptance
        self.program = program
        self.directory = directory
        self.samples = samples
        self.codeLife = codeLife
        port = FreePort.first(of: 3)
        officePort = port + 1
        phonePort = port + 2
    }

    /// Folder of the store's own files.
    var folder: String { directory.path("central") }
    var personRoot: String { "\(folder)/person-root.pem" }
    /// Of the office that signs certificates.
    var officeRoot: String { "\(folder)/office-root.pem" }
    var settings: String { "\(folder)/central.json" }
    private var spool: String { directory.path("sms") }

    var messages: [ShortMessage] { ShortMessage.all(in: spool) }
    var isRunning: Bool { process.withLock { $0?.isRunning ?? false } }
    var pid: Int32? { process.withLock { $0?.isRunning == true ? $0?.pid : nil } }

    /// Makes the store's keys and fills in the sample people.
    func prepare() async throws {
        _ = try directory.directory("central")
        _ = try directory.directory("sms")
        try writeSettings()
        let seed = directory.path("seed.json")
        try samples.seed.write(to: URL(fileURLWithPath: seed))
        try await run(["init", "--data", folder])
        try await run(["seed", seed, "--config", settings])
        let password = directory.path("reviewer.password")
        try Data(Self.reviewer.password.utf8).write(to: URL(fileURLWithPath: password))
        try await run([
            "reviewer", "add", Self.reviewer.account, "--name", "测试审核员", "--password-file", password, "--config",
            settings,
        ])
    }

    func start() async throws {
        let command = ServiceCommand(
            program, ["serve", "--config", settings], environment: ["SWIFT_BACKTRACE": "enable=no"],
            log: directory.path("central.log"))
        let started = try ServiceProcess.start(command)
        process.withLock { $0 = started }
        let port = port
        let officePort = officePort
        try await started.waitUntilReady(within: .seconds(30)) {
            LoopbackPort.answers(port) && LoopbackPort.answers(officePort)
        }
    }

    /// `kill -9`.
    func kill() async {
        let running = process.withLock { $0 }
        running?.kill()
        await running?.waitForExit()
    }

    func stop() async {
        let running = process.withLock { process in
            defer { process = nil }
            return process
        }
        await running?.stop()
    }

    /// Runs one command of the store's program to its end.
    /// - Returns: what it printed.
    @discardableResult
    func run(_ arguments: [String]) async throws -> String {
        let log = directory.path("central-\(arguments[0]).log")
        try? FileManager.default.removeItem(atPath: log)
        let process = try ServiceProcess.start(ServiceCommand(program, arguments, log: log))
        await process.waitForExit(within: .seconds(60))
        let exit = process.exit
        guard exit == .status(0) else {
            throw ServiceFault.endedEarly(name: "central", exit: exit ?? .status(-1), log: process.logTail())
        }
        return process.logTail(bytes: .max)
    }

    /// A new one-use code, in place of any before it.
    func enrolmentCode(of kiosk: String) async throws -> String {
        try await run(["kiosk", "enrol", kiosk, "--config", settings]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Offers an update to every kiosk.
    func offer(_ version: String, from bundle: String) async throws {
        try await run(["release", "add", bundle, "--config", settings])
        try await run(["release", "offer", version, "--all", "--config", settings])
    }

    /// What the store holds; its standing papers are written into `folder`.
    func applications(papers folder: URL) async throws -> [StoredApplication] {
        let text = try await run(["list", "--config", settings, "--papers", folder.path])
        return try JSONDecoder().decode([StoredApplication].self, from: Data(text.utf8))
    }

    /// A line of `central list`.
    struct StoredApplication: Decodable {
        let id: String
        let state: String
        let noticeNumber: String?
        let printedCopies: [Int]
    }

    private func writeSettings() throws {
        let settings: [String: Any] = [
            "port": Int(port),
            "tls": ["certificate": samples.tls.certificate, "key": samples.tls.key, "clientCA": samples.tls.root],
            "enterpriseRoots": samples.enterpriseRoots,
            "staffRoots": samples.staffRoots,
            "fontsDirectory": BakedData.fonts,
            "sms": ["spoolDirectory": spool],
            "phone": ["host": "127.0.0.1", "port": Int(phonePort), "address": "https://localhost:\(phonePort)"],
            "staffPhone": "13900000000",
            "calendarFile": "holidays.json",
            "acceptance": acceptance.rawValue,
            "backOffice": ["port": Int(officePort)],
            "enrolment": [String: String](),
            // A demonstration does not wait a minute for the second code.
            "codes": ["lifeSeconds": codeLife, "tries": 5, "resendSeconds": 2],
        ]
        try JSONSerialization.data(withJSONObject: settings, options: [.prettyPrinted, .sortedKeys])
            .write(to: URL(fileURLWithPath: self.settings))
    }
}

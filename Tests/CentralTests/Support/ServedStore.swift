import Core
import Foundation
import Testing

@testable import Central

/// The folder of a store that is served by the real program: settings, TLS, roots and seed.
struct ServedStore {
    let folder: URL
    let hosts: TestAuthority
    let enterprises: TestAuthority
    /// Of the pages for phones.
    let phonePort: Int

    /// - Parameter enrols: certifies kiosks itself, beside its client CA.
    init(in folder: URL, backOffice: CentralSettings.BackOffice? = nil, enrols: Bool = true) async throws {
        self.folder = folder
        phonePort = Self.freePort()
        hosts = try TestAuthority("测试主机根")
        enterprises = try TestAuthority("测试企业根")
        let server = try hosts.host("central")
        try write("tls.pem", server.pem)
        try write("tls.key", server.keyPEM)
        try write("kiosk-ca.pem", hosts.pem)
        try write("enterprise-roots.pem", enterprises.pem)
        var settings = CentralSettings.skeleton
        settings.port = 0
        settings.phone = .init(host: "127.0.0.1", port: phonePort, address: "https://127.0.0.1:\(phonePort)")
        settings.logLevel = "debug"
        settings.backOffice = backOffice
        if !enrols { settings.enrolment = nil }
        settings.fontsDirectory = Fonts.directory.path()
        try StoreFolder(settings: settings, url: { folder.appending(path: $0) }).create(.real)
        try JSONEncoder().encode(settings).write(to: settingsFile)
        let database = try SQLiteDatabase(file: folder.appending(path: settings.dataFile))
        try await Samples.seed.fill(
            database, photo: Samples.photo, digest: Samples.digest(Samples.photo), world: .real)
    }

    var settingsFile: URL { folder.appending(path: "settings.json") }

    /// By the program's own command, with the password that browsers type.
    func addReviewer(_ id: String, as role: Reviewer.Role = .reviewer) throws -> CentralProcess.Ended {
        try write("password", Browser.password + "\n")
        return try CentralProcess.run([
            "reviewer", "add", id, "--name", "测试审核员", "--role", role.rawValue, "--password-file",
            folder.appending(path: "password").path(), "--config", settingsFile.path(),
        ])
    }

    var spooledNames: Set<String> {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "sms").path())
            return Set(names.filter { !$0.hasPrefix(".") })
        }
    }

    /// The newest code that was spooled, waited for: it is sent after the request that asked for it.
    func spooledCode(besides known: Set<String> = []) async throws -> String {
        for _ in 0..<400 {
            for name in try spooledNames.subtracting(known).sorted().reversed() {
                let text = try String(contentsOf: folder.appending(path: "sms/\(name)"), encoding: .utf8)
                if let match = text.firstMatch(of: /验证码 (\d{6})/) { return String(match.1) }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw CocoaError(.fileNoSuchFile)
    }

    /// A port that nobody listened on a moment ago.
    static func freePort() -> Int {
        while true {
            let port = UInt16.random(in: 18_000..<31_000)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            let isFree = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            if isFree { return Int(port) }
        }
    }

    /// What the program has said, from all its runs.
    var logged: String {
        get throws { try String(contentsOf: folder.appending(path: "central.log"), encoding: .utf8) }
    }

    fileprivate func log() throws -> FileHandle {
        let file = folder.appending(path: "central.log")
        if !FileManager.default.fileExists(atPath: file.path()) { try Data().write(to: file) }
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        return handle
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }
}

/// The program `central serve` as a process of its own.
final class CentralProcess {
    private let process = Process()
    let port: Int
    /// Nil where the settings name none.
    let backOffice: Int?

    /// Returns when the store says that it listens.
    init(_ store: ServedStore) throws {
        let output = Pipe()
        process.executableURL = try Self.program
        process.arguments = ["serve", "--config", store.settingsFile.path()]
        process.standardOutput = output
        process.standardError = try store.log()
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        try process.run()
        // All lines are written at once, the kiosks' listener last.
        var text = ""
        while !text.hasSuffix("\n") || !text.contains("listening on") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw CocoaError(.executableLoad) }
            text += String(decoding: data, as: UTF8.self)
        }
        let ports = text.split(separator: "\n").map { line in
            (isOffice: line.hasPrefix("back office"), port: line.split(separator: ":").last.flatMap { Int($0) })
        }
        port = try #require(ports.first { !$0.isOffice }?.port)
        backOffice = ports.first(where: \.isOffice)?.port
    }

    struct Ended {
        let status: Int32
        let output: String
        let error: String
    }

    /// One command of the program, run to its end.
    static func run(_ arguments: [String]) throws -> Ended {
        let process = Process()
        let (output, error) = (Pipe(), Pipe())
        process.executableURL = try program
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = error
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            error: String(decoding: complained, as: UTF8.self))
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    func killHard() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// - Returns: the exit status after SIGTERM.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Beside the tests, wherever they were built.
    static var program: URL {
        get throws {
            let arguments = CommandLine.arguments
            let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] } ?? arguments[0]
            let program = URL(filePath: bundle).deletingLastPathComponent().appending(path: "central")
            try #require(FileManager.default.isExecutableFile(atPath: program.path()))
            return program
        }
    }
}

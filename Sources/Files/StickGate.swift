import Core
import Foundation

/// Sticks are mounted read-only. A program of the appliance opens one for the moment in which a paper is written, and
/// closes it again whatever happened: it is called with `open` or `close` and the stick's folder.
struct StickGate: Sendable {
    /// Program and first arguments; nil where sticks are writable anyway.
    let command: [String]?

    /// Seconds that opening or closing may take.
    private static let patience = 15

    func whileOpen<Value>(
        _ folder: String, _ work: () throws(FileFault) -> Value
    ) throws(FileFault) -> Value {
        guard let command, let program = command.first else { return try work() }
        guard run(program, command.dropFirst() + ["open", folder]) else { throw .stickLocked }
        let result: Result<Value, FileFault>
        do throws(FileFault) { result = .success(try work()) } catch { result = .failure(error) }
        // A stick that stays open is a fault of the appliance; the paper is where it should be.
        _ = run(program, command.dropFirst() + ["close", folder])
        return try result.get()
    }

    private func run(_ program: String, _ arguments: ArraySlice<String>) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["--kill-after=1", "\(Self.patience)", program] + arguments
        process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationReason == .exit && process.terminationStatus == 0
    }
}

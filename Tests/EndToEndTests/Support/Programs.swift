import Foundation

/// The programs of this build, and the witnesses beside it.
enum Programs {
    /// The tests' own bundle lies beside the programs.
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct Ended: Sendable {
        let status: Int32
        let output: String
    }

    static func run(_ name: String, _ arguments: [String]) throws -> Ended {
        try run(executable: folder.appendingPathComponent(name), arguments)
    }

    /// Runs to the end; both outputs together.
    static func run(executable: URL, _ arguments: [String]) throws -> Ended {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = root
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ended(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }

    /// Python with pyHanko, made by script/bootstrap.
    static var witness: URL {
        let folder =
            ProcessInfo.processInfo.environment["KIOSK_WITNESS"]
            ?? root.appendingPathComponent(".build/witness").path
        return URL(fileURLWithPath: folder).appendingPathComponent("bin/python")
    }
}

/// A folder for what a walk leaves; it goes with the test.
func withOutput<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = freshFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

func withOutput<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = freshFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

private func freshFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("walk-\(UUID().uuidString)")
}

import Foundation

/// A command that ends by itself, with its time on the wall.
struct BenchProcess: Sendable {
    let executable: String
    let arguments: [String]
    let environment: [String: String]

    struct Outcome: Sendable {
        let output: Data
        let time: Duration
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameter environment: on top of this program's own.
    init(_ executable: String, _ arguments: [String], environment: [String: String] = [:]) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
    }

    /// Runs it to its end.
    /// - Throws: `Failure` unless it exits with 0.
    @concurrent func run() async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        // The end of its output is the end of the program; `waitUntilExit` looks only now and then.
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        let time = ContinuousClock.now - start
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(executable) \(arguments) ended with \(process.terminationStatus)")
        }
        return Outcome(output: output, time: time)
    }
}

import Foundation

/// Another's program that gets so many seconds and so much memory, writes nothing but its output, and is killed when it
/// takes more: what breaks it breaks nothing else.
struct LimitedProgram: Sendable {
    let path: String
    var limiter = "/usr/bin/prlimit"
    /// Seconds on the clock.
    let patience: Int
    let processorSeconds: Int
    /// Bytes.
    let memory: Int
    /// Bytes that it may write to its output.
    let mostBytes: Int
    var environment: [String: String] = [:]

    struct Outcome {
        let status: Int32
        let output: Data
    }

    var isThere: Bool { [path, limiter].allSatisfy(FileManager.default.isExecutableFile(atPath:)) }

    /// - Parameter input: what stands in its standard input.
    /// - Returns: nil when it could not be started, took too long, wrote too much, or was killed.
    func run(_ arguments: [String], input: Data = Data()) async -> Outcome? {
        guard isThere else { return nil }
        let running = Running()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                DispatchQueue.global(qos: .utility).async {
                    continuation.resume(returning: start(arguments, input, running))
                }
            }
        } onCancel: {
            running.stop()
        }
    }

    private func start(_ arguments: [String], _ content: Data, _ running: Running) -> Outcome? {
        let process = Process()
        process.executableURL = URL(filePath: limiter)
        process.arguments =
            [
                "--cpu=\(processorSeconds)", "--as=\(memory)", "--fsize=0", "--core=0", "--nofile=64", "--", path,
            ] + arguments
        process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return nil }
        running.began(process.processIdentifier)
        feed(content, to: input)
        let written = collect(from: output, until: .now + .seconds(patience))
        if written == nil { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        running.ended()
        guard process.terminationReason == .exit, let written else { return nil }
        return Outcome(status: process.terminationStatus, output: written)
    }

    /// On a thread of its own: a program that reads nothing must not hold what waits for its answer, and one that is
    /// gone must not end the kiosk by SIGPIPE, which goes to the thread that writes.
    private func feed(_ content: Data, to pipe: Pipe) {
        let handle = pipe.fileHandleForWriting
        let thread = Thread {
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &signals, nil)
            try? handle.write(contentsOf: content)
            try? handle.close()
        }
        thread.start()
    }

    /// Nil when it takes too long or is too much, whoever else still holds the pipe.
    private func collect(from pipe: Pipe, until deadline: ContinuousClock.Instant) -> Data? {
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        var data = Data()
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&watched, 1, Int32(left.rounded(.up))) > 0 else { return nil }
            let count = Foundation.read(descriptor, &chunk, chunk.count)
            if count == 0 { return data }
            guard count > 0, data.count + count <= mostBytes else { return nil }
            data.append(contentsOf: chunk.prefix(count))
        }
    }
}

package import Core
package import Foundation

/// Draws with poppler's `pdftoppm`, a program of its own: a PDF that breaks it breaks nothing else. It gets the file
/// through its standard input, so many seconds and so much memory, and is killed when it takes more.
package struct PopplerPages: PageDrawing {
    private let program: String
    private let limiter: String

    /// Seconds on the clock.
    private static let patience = 8
    private static let processorSeconds = 5
    private static let memory = 512 << 20
    /// Of what comes out: a page as wide as a screen is far smaller.
    private static let mostBytes = 32 << 20

    package init(program: String = "/usr/bin/pdftoppm", limiter: String = "/usr/bin/prlimit") {
        self.program = program
        self.limiter = limiter
    }

    package func firstPage(of pdf: Data, width: Int) async -> DrawnPage? {
        guard [program, limiter].allSatisfy(FileManager.default.isExecutableFile(atPath:)) else { return nil }
        return await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: draw(pdf, width: width)) }
        }
    }

    private func draw(_ pdf: Data, width: Int) -> DrawnPage? {
        let process = Process()
        process.executableURL = URL(filePath: limiter)
        process.arguments = [
            "--cpu=\(Self.processorSeconds)", "--as=\(Self.memory)", "--fsize=0", "--core=0", "--nofile=32", "--",
            program, "-singlefile", "-f", "1", "-l", "1", "-scale-to-x", "\(width)", "-scale-to-y", "-1", "-",
        ]
        process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return nil }
        feed(pdf, to: input)
        let drawn = collect(from: output, until: .now + .seconds(Self.patience))
        if drawn == nil { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        guard process.terminationStatus == 0, let drawn else { return nil }
        return PortablePixmap.read(drawn)
    }

    /// On a thread of its own: a program that reads nothing must not hold what waits for its answer, and one that is
    /// gone must not end the kiosk by SIGPIPE, which goes to the thread that writes.
    private func feed(_ pdf: Data, to pipe: Pipe) {
        let handle = pipe.fileHandleForWriting
        let thread = Thread {
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &signals, nil)
            try? handle.write(contentsOf: pdf)
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
            guard count > 0, data.count + count <= Self.mostBytes else { return nil }
            data.append(contentsOf: chunk.prefix(count))
        }
    }
}

import Foundation
import Testing
import VirtualDevices

@Suite struct ServiceProcessTests {
    @Test func `it leads a session of its own and can be asked to end`() async throws {
        try await withDirectory { directory in
            let process = try shell("echo ready; exec sleep 100", directory)
            try await process.waitUntilReady { process.logTail().contains("ready") }
            #expect(getsid(process.pid) == process.pid)
            process.signal(SIGTERM)
            #expect(await process.waitForExit())
            #expect(process.exit == .signal(SIGTERM))
            await process.stop()
        }
    }

    @Test func `stopping it ends its children too, even those in process groups of their own`() async throws {
        try await withDirectory { directory in
            let process = try shell(
                "set -m; sleep 100 & echo $!; sleep 100 & echo $!; echo ready; trap '' TERM; wait", directory)
            try await process.waitUntilReady { process.logTail().contains("ready") }
            let children = process.logTail().split(separator: "\n").compactMap { Int32($0) }
            #expect(children.count == 2)
            await process.stop(grace: .milliseconds(50))
            for child in children { try await expectGone(child) }
        }
    }

    @Test func `killing only the process leaves its children to the stop`() async throws {
        try await withDirectory { directory in
            let process = try shell("sleep 100 & echo $!; echo ready; wait", directory)
            try await process.waitUntilReady { process.logTail().contains("ready") }
            let child = try #require(process.logTail().split(separator: "\n").compactMap { Int32($0) }.first)
            process.kill()
            #expect(await process.waitForExit())
            #expect(process.exit == .signal(SIGKILL))
            #expect(isAlive(child))
            await process.stop()
            try await expectGone(child)
        }
    }

    @Test func `a socket is handed over with its number and the process's own pid`() async throws {
        try await withDirectory { directory in
            let command = ServiceCommand(
                "/bin/sh", ["-c", "echo $LISTEN_FDS $LISTEN_PID $$ $EXTRA; readlink /proc/$$/fd/3; exec sleep 100"],
                environment: ["EXTRA": "more"], log: directory.path("log"), socket: directory.path("socket"))
            let process = try ServiceProcess.start(command)
            try await process.waitUntilReady { process.logTail().contains("socket:") }
            #expect(process.logTail().hasPrefix("1 \(process.pid) \(process.pid) more\nsocket:"))
            await process.stop()
        }
    }

    @Test func `one that ends too early says how and what it wrote`() async throws {
        try await withDirectory { directory in
            let process = try shell("echo no configuration; exit 3", directory)
            await #expect(
                throws: ServiceFault.endedEarly(name: "sh", exit: .status(3), log: "no configuration\n")
            ) { try await process.waitUntilReady { false } }
        }
    }

    @Test func `one that is never ready is told apart`() async throws {
        try await withDirectory { directory in
            let process = try shell("exec sleep 100", directory)
            let fault = await #expect(throws: ServiceFault.self) {
                try await process.waitUntilReady(within: .milliseconds(50)) { false }
            }
            guard case .notReady(let name, let log) = fault else {
                Issue.record("another fault: \(String(describing: fault))")
                return
            }
            #expect(name == "sh" && log.hasPrefix("thread \(process.pid): "))
        }
    }

    @Test func `a missing program is a fault, not a process`() async throws {
        try await withDirectory { directory in
            #expect(throws: ServiceFault.cannotStart(name: "missing", errno: ENOENT)) {
                try ServiceProcess.start(ServiceCommand("/nowhere/missing", log: directory.path("log")))
            }
        }
    }

    @Test func `ports come free, in neighbours, and never twice`() {
        let ports = (0..<50).map { _ in FreePort.first(of: 2) }
        #expect(Set(ports.flatMap { [$0, $0 + 1] }).count == 100)
    }

    @Test func `a run directory is private and short, and goes with all that is in it`() throws {
        let directory = try RunDirectory(prefix: "test")
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        #expect(directory.path("pcscd.comm").utf8.count < 40)
        _ = try directory.directory("inner")
        directory.remove()
        #expect(!FileManager.default.fileExists(atPath: directory.path))
    }

    private func shell(_ script: String, _ directory: RunDirectory) throws -> ServiceProcess {
        try ServiceProcess.start(ServiceCommand("/bin/sh", ["-c", script], log: directory.path("log")))
    }

    private func expectGone(_ pid: Int32) async throws {
        for _ in 0..<200 where isAlive(pid) { try await Task.sleep(for: .milliseconds(10)) }
        #expect(!isAlive(pid))
    }

    /// A zombie is dead, though nobody may have fetched it yet.
    private func isAlive(_ pid: Int32) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        return status.map { !$0.contains("State:\tZ") } ?? false
    }

    private func withDirectory(_ body: (RunDirectory) async throws -> Void) async throws {
        let directory = try RunDirectory(prefix: "test")
        defer { directory.remove() }
        try await body(directory)
    }
}

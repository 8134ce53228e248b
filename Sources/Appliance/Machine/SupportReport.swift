import Core
package import Foundation

/// What a technician far away needs to see of a machine that does not do well: one text of sections. No line that looks
/// as if it were of a person is in it, and no key or setting of the site.
package struct SupportReport: Sendable {
    private var sections: [(name: String, text: String)] = []

    package init() {}

    /// - Parameter text: personal numbers are crossed out, line by line.
    package mutating func add(_ name: String, _ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        sections.append((name, lines.map { PersonalTrace.withheld($0) }.joined(separator: "\n")))
    }

    /// The end of a file; one that is not there says so.
    package mutating func add(file path: String, bytes: UInt64 = 512 << 10) {
        let tail = FileTail.read(path, bytes: bytes)
        add(path, tail.map { String(decoding: $0.content, as: UTF8.self) } ?? "(not there)")
    }

    /// What a program says; one that does not run says so.
    package mutating func add(program: String, _ arguments: [String]) {
        let outcome = SystemProgram.run(
            program, arguments,
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "SYSTEMD_COLORS": "0"],
            words: .outputAndErrors)
        let name = ([program] + arguments).joined(separator: " ")
        add(name, outcome.map { String(decoding: $0.output, as: UTF8.self) } ?? "(does not run)")
    }

    package var text: Data {
        Data(sections.map { "==> \($0.name) <==\n\($0.text)\n" }.joined(separator: "\n").utf8)
    }
}

extension SupportReport {
    /// Of this machine, with what its services know of it.
    package static func ofThisMachine(_ report: Data, logs: [String]) -> SupportReport {
        var support = SupportReport()
        support.add("machine", String(decoding: report, as: UTF8.self))
        for file in ["/etc/kiosk-release", "/proc/cmdline", "/proc/uptime", "/proc/meminfo", "/proc/loadavg"] {
            support.add(file: file)
        }
        support.add(program: "/bin/df", ["-h"])
        support.add(program: "/usr/bin/systemctl", ["--no-pager", "--failed"])
        support.add(program: "/usr/bin/systemctl", ["--no-pager", "list-units", "--type=service,path,timer"])
        support.add(program: "/usr/bin/journalctl", ["--no-pager", "-o", "short-iso", "-n", "4000"])
        for file in logs { support.add(file: file) }
        return support
    }
}

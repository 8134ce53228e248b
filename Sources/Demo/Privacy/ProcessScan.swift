import Foundation

/// The memory of a running process, as /proc shows it. Needs the right to look: root, where the process hides.
struct ProcessScan {
    let pid: pid_t

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private struct Mapping {
        let range: Range<UInt64>
        let name: String
    }

    /// What a scan has seen.
    struct Outcome {
        var findings: [Finding] = []
        var bytes = 0
    }

    /// Every readable mapping but those of files that cannot be written: nobody can have left anything there.
    private func mappings() throws -> [Mapping] {
        // Reading the whole of a file that says it is empty ends too early in Foundation: a handle goes on to its end.
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/\(pid)/maps"))
        defer { try? file.close() }
        var bytes = Data()
        while let more = try file.read(upToCount: 65_536), !more.isEmpty { bytes += more }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            let ends = words[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
            let name = words.count > 5 ? words[5].trimmingCharacters(in: .whitespaces) : "anonymous"
            let isWritable = words[1].contains("w")
            guard words[1].hasPrefix("r"), isWritable || !name.hasPrefix("/"), !name.hasPrefix("[v") else {
                return nil
            }
            return Mapping(range: ends[0]..<ends[1], name: name)
        }
    }

    /// Looks through all of it, a piece after the other; what is unmapped meanwhile is passed over.
    func run(_ search: TraceSearch) throws -> Outcome {
        let memory = open("/proc/\(pid)/mem", O_RDONLY | O_CLOEXEC)
        guard memory >= 0 else { throw Failure(description: "the memory of process \(pid) cannot be read (as root?)") }
        defer { close(memory) }
        var outcome = Outcome()
        let piece = 4 << 20
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece + search.longestSpan, alignment: 16)
        defer { buffer.deallocate() }
        for mapping in try mappings() {
            for start in stride(from: mapping.range.lowerBound, to: mapping.range.upperBound, by: piece) {
                let wanted = min(UInt64(buffer.count), mapping.range.upperBound - start)
                let count = pread(memory, buffer.baseAddress, Int(wanted), off_t(start))
                guard count > 0 else { continue }
                outcome.bytes += min(count, piece)
                outcome.findings += search.findings(in: UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
                    "\(mapping.name) at \(String(start + UInt64($0), radix: 16))"
                }
            }
        }
        return outcome
    }
}

import CMemorySearch
import Foundation

/// Finds many traces in all their forms in one pass over some bytes.
final class TraceSearch {
    private struct Needle {
        let trace: Trace
        let form: TextForm
    }

    private var needles: [Needle] = []
    private var patterns: [memory_pattern] = []
    private var storage: [UnsafeMutableBufferPointer<UInt8>] = []
    /// The longest pattern from first byte to last.
    private(set) var longestSpan = 0

    init(for traces: some Sequence<Trace>) {
        for trace in traces {
            for form in TextForm.allCases {
                for pattern in form.patterns(of: trace.text) where pattern.unit > 1 { add(pattern, trace, form) }
            }
        }
    }

    deinit { for buffer in storage { buffer.deallocate() } }

    private func add(_ pattern: BytePattern, _ trace: Trace, _ form: TextForm) {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pattern.bytes.count)
        _ = buffer.initialize(from: pattern.bytes)
        storage.append(buffer)
        patterns.append(
            memory_pattern(
                bytes: buffer.baseAddress, length: pattern.bytes.count / pattern.unit, unit: pattern.unit,
                stride: pattern.stride))
        needles.append(Needle(trace: trace, form: form))
        longestSpan = max(longestSpan, pattern.span)
    }

    /// Each trace once a form, where it occurs first.
    func findings(in bytes: UnsafeRawBufferPointer, at place: (Int) -> String) -> [Finding] {
        guard let memory = bytes.baseAddress else { return [] }
        var found = [Int](repeating: 0, count: patterns.count)
        var places = found
        let count = memory_search(
            memory.assumingMemoryBound(to: UInt8.self), bytes.count, patterns, patterns.count, &found, &places,
            patterns.count)
        return (0..<min(count, patterns.count)).map { index in
            let needle = needles[found[index]]
            return Finding(
                trace: needle.trace, form: needle.form, place: place(places[index]),
                surroundings: Self.surroundings(of: places[index], in: bytes))
        }
    }

    private static func surroundings(of place: Int, in bytes: UnsafeRawBufferPointer) -> String {
        let range = max(0, place - 48)..<min(bytes.count, place + 80)
        return String(
            decoding: bytes[range].map { (0x20..<0x7F).contains($0) || $0 >= 0x80 ? $0 : UInt8(ascii: ".") },
            as: UTF8.self)
    }
}

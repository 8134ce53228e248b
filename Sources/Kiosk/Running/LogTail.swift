import Appliance
import Core
import Foundation

/// The end of the kiosk's log, for a technician's eyes on a public screen.
struct LogTail: Sendable {
    /// Nil: there is no log.
    let path: String?

    private static let lines = 20
    private static let bytes: UInt64 = 16_384

    /// Oldest first. The log holds nothing personal; should a line ever do so by mistake, it is not shown.
    func lines() -> [String] {
        guard let path, let tail = FileTail.read(path, bytes: Self.bytes) else { return [] }
        var lines = String(decoding: tail.content, as: UTF8.self).split(whereSeparator: \.isNewline)
        // The first one was cut.
        if tail.isCut, !lines.isEmpty { lines.removeFirst() }
        return lines.suffix(Self.lines).map { PersonalTrace.withheld($0) }
    }
}

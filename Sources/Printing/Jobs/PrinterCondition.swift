package import Core

/// What `printer-state-reasons` mean for a person who waits for a sheet.
package struct PrinterCondition: Hashable, Sendable {
    /// Nil when nothing keeps the printer from printing.
    package let fault: PrinterFault?

    package init(_ status: ServerStatus) {
        let keywords = status.reasons.map(Self.keyword)
        fault = Self.table.first { !$0.keywords.isDisjoint(with: keywords) }?.fault ?? Self.rest(of: status)
    }

    /// The keyword without its severity. The same empty tray is `-report` on an idle printer, `-warning` during a job
    /// and `-error` on a stopped printer: the suffix says nothing about the cause.
    package static func keyword(_ reason: String) -> String {
        for suffix in ["-error", "-warning", "-report"] where reason.hasSuffix(suffix) {
            return String(reason.dropLast(suffix.count))
        }
        return reason
    }

    /// RFC 8011 section 5.4.12 and PWG 5100.9; what must be mended first stands first.
    private static let table: [(fault: PrinterFault, keywords: Set<String>)] = [
        (.coverOpen, ["cover-open", "door-open", "interlock-open"]),
        (.jam, ["media-jam"]),
        (.outOfPaper, ["media-empty", "media-needed", "input-tray-missing", "input-media-supply-empty"]),
        (.outOfInk, ["toner-empty", "marker-supply-empty", "marker-supply-missing", "developer-empty"]),
        (.unreachable, ["connecting-to-device", "timed-out", "offline"]),
        (.stopped, ["paused", "shutdown", "stopping", "stopped-partly", "moving-to-paused"]),
    ]

    /// A keyword outside the table keeps nobody waiting unless the printer itself has stopped for it.
    private static func rest(of status: ServerStatus) -> PrinterFault? {
        guard status.state == .stopped else { return nil }
        let unknown = status.reasons.map(keyword).first { $0 != "none" && !$0.hasPrefix("cups-") }
        return unknown.map(PrinterFault.other(keyword:)) ?? .stopped
    }
}

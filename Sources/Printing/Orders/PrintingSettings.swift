/// Where the kiosk prints.
package struct PrintingSettings: Hashable, Sendable, Codable {
    /// cupsd: a host name, or its socket's path.
    package var server: String
    package var port: Int
    package var queue: String
    /// The printer's own address, `ipp://…`: asked directly, because the queue doesn't know the truth.
    package var printer: String

    package init(server: String = "/run/cups/cups.sock", port: Int = 631, queue: String = "kiosk", printer: String) {
        self.server = server
        self.port = port
        self.queue = queue
        self.printer = printer
    }

    package enum Problem: Error, Hashable, Sendable {
        case notAPrinterAddress(String)
    }
}

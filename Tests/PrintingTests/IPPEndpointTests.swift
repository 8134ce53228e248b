import Foundation
import Printing
import Testing

struct IPPEndpointTests {
    @Test(arguments: [
        ("ipp://printer.local/ipp/print", "printer.local", 631, false, "/ipp/print"),
        ("ipp://localhost:8631/ipp/print", "localhost", 8631, false, "/ipp/print"),
        ("ipps://10.0.0.7:443/ipp/print/hall", "10.0.0.7", 443, true, "/ipp/print/hall"),
        ("ipp://printer", "printer", 631, false, "/"),
    ])
    func `a printer's address`(uri: String, host: String, port: Int, isEncrypted: Bool, resource: String) throws {
        let endpoint = try #require(IPPEndpoint.printer(uri))
        #expect(endpoint.host == host && endpoint.port == port && endpoint.isEncrypted == isEncrypted)
        #expect(endpoint.resource == resource && endpoint.uri == uri)
    }

    @Test(arguments: [
        "", "printer", "http://printer/ipp/print", "usb://x", "ipp:///ipp/print", "socket://printer:9100",
    ])
    func `no printer's address`(uri: String) {
        #expect(IPPEndpoint.printer(uri) == nil)
        #expect(throws: PrintingSettings.Problem.notAPrinterAddress(uri)) {
            try LivePaperPrinter(
                PrintingSettings(printer: uri), ledger: MemoryLedger(), timing: PrintTiming(now: { Date() }))
        }
    }

    @Test func `a queue behind a socket`() {
        let endpoint = IPPEndpoint.queue("kiosk", server: "/run/cups/cups.sock")
        #expect(endpoint.host == "/run/cups/cups.sock" && endpoint.resource == "/printers/kiosk")
        #expect(endpoint.uri == "ipp://localhost/printers/kiosk")
    }
}

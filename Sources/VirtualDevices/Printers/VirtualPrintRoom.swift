/// The printing corner of a hall: the printer, and the kiosk's cupsd with its queue to it.
package struct VirtualPrintRoom: Sendable {
    package let printer: VirtualPrinter
    package let cups: PrivateCUPS

    package init(sheetTime: Duration = .milliseconds(300)) throws {
        printer = try VirtualPrinter(sheetTime: sheetTime)
        cups = try PrivateCUPS()
    }

    /// Both on, the queue made; about 0.3 s.
    package func open() async throws {
        try await printer.start()
        try await cups.start()
        try await cups.connect(to: printer.uri)
    }

    /// Both off, and nothing left of them.
    package func close() async {
        await cups.remove()
        await printer.remove()
    }
}

package import Foundation

/// An IPP Everywhere printer of this machine (ippeveprinter) whose sheets are counted, with the faults of a real one.
///
/// ippeveprinter insists on DNS-SD, which insists on a D-Bus: it gets a private, empty bus.
package actor VirtualPrinter {
    /// One sheet that came out.
    package struct Sheet: Hashable, Sendable {
        /// The job's name.
        package let token: String
        /// The job's id at the printer; ids start anew with it.
        package let job: Int
        /// 1 for the job's first.
        package let number: Int
    }

    /// What a hand at the printer can do, beyond paper.
    package enum Trouble: String, CaseIterable, Sendable {
        case jam = "media-jam"
        case openCover = "cover-open"
        /// Every job fails before its sheet is out.
        case abort
    }

    /// `ipp://localhost:…/ipp/print`
    package nonisolated let uri: String
    private nonisolated let directory: RunDirectory
    package nonisolated let port: UInt16
    private var bus: ServiceProcess?
    private var printer: ServiceProcess?
    private var hasPaper = true

    /// - Parameter sheetTime: from a job's start until its first sheet is out, and from sheet to sheet; in steps of
    ///   50 ms.
    package init(sheetTime: Duration = .milliseconds(300)) throws {
        port = FreePort.first()
        uri = "ipp://localhost:\(port)/ipp/print"
        directory = try RunDirectory(prefix: "printer")
        try Self.furnish(directory)
        try Self.write(sheetTime, into: directory)
    }

    /// Switches it on; does nothing when it is on.
    package func start() async throws {
        if let printer, printer.isRunning { return }
        await stop()
        try await startBus()
        try await startPrinter()
        if !hasPaper { try setPaper(sheets: 0) }
    }

    /// Switches it off; jobs and their history are gone, as is whatever was in the paper path.
    package func stop() async {
        await printer?.stop(grace: .milliseconds(500))
        printer = nil
        await bus?.stop(grace: .milliseconds(500))
        bus = nil
    }

    /// Pulls its plug: everything that belongs to it dies at once.
    package func kill() async {
        printer?.kill(.everyone)
        await printer?.stop()
        printer = nil
    }

    /// Off and on again, by the plug.
    package func restart() async throws {
        await kill()
        try await start()
    }

    /// Deletes all that it left, papers too.
    package func remove() async {
        await stop()
        directory.remove()
    }

    package var isRunning: Bool { printer?.isRunning ?? false }
    /// Nil while it is off.
    package var pid: Int32? { isRunning ? printer?.pid : nil }

    // MARK: Faults

    package func takePaperOut() throws {
        hasPaper = false
        try setPaper(sheets: 0)
    }

    package func refillPaper() throws {
        hasPaper = true
        try setPaper(sheets: 250)
    }

    package var isOutOfPaper: Bool { !hasPaper }

    package nonisolated func cause(_ trouble: Trouble) {
        _ = FileManager.default.createFile(atPath: directory.path(trouble.rawValue), contents: nil)
    }

    package nonisolated func mend(_ trouble: Trouble) {
        try? FileManager.default.removeItem(atPath: directory.path(trouble.rawValue))
    }

    /// Counts from the next sheet on.
    package nonisolated func setSheetTime(_ time: Duration) throws { try Self.write(time, into: directory) }

    // MARK: What came out

    /// Every sheet since the printer was made, switched off in between or not.
    package nonisolated var sheets: [Sheet] {
        let lines = (try? String(contentsOfFile: directory.path("sheets"), encoding: .utf8)) ?? ""
        return lines.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, let job = Int(words[1]), let number = Int(words[2]) else { return nil }
            return Sheet(token: String(words[0]), job: job, number: number)
        }
    }

    /// Sheets of all jobs of this name.
    package nonisolated func sheets(for token: String) -> Int { sheets.count { $0.token == token } }

    /// The document as it reached the printer, if a sheet of it is out.
    package nonisolated func paper(for token: String) -> Data? {
        guard let sheet = sheets.last(where: { $0.token == token }) else { return nil }
        return try? Data(contentsOf: URL(fileURLWithPath: directory.path("papers/\(token).\(sheet.job).pdf")))
    }
}

extension VirtualPrinter {
    private static func furnish(_ directory: RunDirectory) throws {
        for name in ["papers", "spool"] { _ = try directory.directory(name) }
        try write(PrintCommand.script, to: directory.path("print"))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory.path("print"))
        try write(PrintCommand.stopTest, to: directory.path("cancelled.test"))
        try write(
            """
            <busconfig>
              <type>custom</type>
              <listen>unix:path=\(directory.path("bus"))</listen>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/> <allow eavesdrop="true"/> <allow own="*"/>
              </policy>
            </busconfig>

            """, to: directory.path("bus.conf"))
    }

    private static func write(_ text: String, to path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func write(_ sheetTime: Duration, into directory: RunDirectory) throws {
        try write("\(Int(sheetTime / .milliseconds(50)))\n", to: directory.path("sheet-ticks"))
    }

    private func startBus() async throws {
        let command = ServiceCommand(
            "/usr/bin/dbus-daemon", ["--config-file=\(directory.path("bus.conf"))", "--nofork"],
            log: directory.path("bus.log"))
        let bus = try ServiceProcess.start(command)
        self.bus = bus
        let socket = directory.path("bus")
        try await bus.waitUntilReady { UnixSocket.answers(at: socket) }
    }

    private func startPrinter() async throws {
        let environment = [
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=\(directory.path("bus"))",
            "HOME": directory.path, "TMPDIR": directory.path, "PRINTER": directory.path, "URI": uri,
        ]
        // `-n 127.0.0.1` fails for want of an IPv6 address.
        let command = ServiceCommand(
            "/usr/sbin/ippeveprinter",
            [
                "-r", "off", "-n", "localhost", "-p", "\(port)", "-d", directory.path("spool"), "-M", "Hall", "-m",
                "Virtual", "-s", "30", "-f", "application/pdf,image/pwg-raster", "-c", directory.path("print"), "-v",
                "Virtual",
            ],
            environment: environment, directory: directory.path, log: directory.path("printer.log"))
        let printer = try ServiceProcess.start(command)
        self.printer = printer
        let port = port
        try await printer.waitUntilReady { (try? LoopbackHTTP.get("/", port: port)) != nil }
    }

    /// The form on ippeveprinter's own page; a tray that it leaves out counts as empty, so both are told.
    private func setPaper(sheets: Int) throws {
        guard isRunning else { return }
        _ = try LoopbackHTTP.get(
            "/media?size1=iso_a4_210x297mm&type1=stationery&level1=\(sheets)"
                + "&size3=iso_a4_210x297mm&type3=stationery&level3=25", port: port)
    }
}

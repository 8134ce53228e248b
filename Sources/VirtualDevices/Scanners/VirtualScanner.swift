package import Foundation

/// A driverless scanner of this machine: eSCL over HTTP as a device behind IPP-USB speaks it, a glass and a feeder, and
/// the faults of a real one. Its paper are PDFs of one page, which it scans by drawing them.
package final class VirtualScanner: @unchecked Sendable {
    // Unchecked: everything mutable is guarded by `lock`.
    package enum Trouble: String, CaseIterable, Sendable {
        case jam, openCover, busy
        /// A sheet jams while it is drawn in, after one has come out.
        case jamAtSecondSheet
        /// The job is ended at the device, after one sheet.
        case endsAfterFirstSheet

        /// The next in a row; nil after the last.
        package static func after(_ trouble: Trouble) -> Trouble? {
            allCases.drop { $0 != trouble }.dropFirst().first
        }
    }

    struct Job {
        let isFromFeeder: Bool
        let settings: VirtualScan
        var sheetsDone = 0
        var isOver = false
    }

    let lock = NSLock()
    let pause: Duration
    private(set) var server: LoopbackServer?
    private let port: UInt16
    var feeder: [Data] = []
    var glass: Data?
    var trouble: Trouble?
    var jobs: [String: Job] = [:]
    private var count = 0
    private var ended = 0

    /// - Parameter sheetTime: how long a sheet takes.
    package init(sheetTime: Duration = .milliseconds(300)) throws {
        pause = sheetTime
        let box = Box()
        let server = try LoopbackServer { request in
            box.scanner?.answer(request) ?? LoopbackServer.Response(status: "503 Service Unavailable")
        }
        port = server.port
        self.server = server
        box.scanner = self
    }

    /// The server is there before the scanner that it asks.
    private final class Box: @unchecked Sendable {
        // Unchecked: written once, before the port is told to anybody.
        weak var scanner: VirtualScanner?
    }

    /// `http://127.0.0.1:…/eSCL`
    package var url: String { "http://127.0.0.1:\(port)/eSCL" }

    // MARK: Hands

    /// Sheets on top of those that lie in the feeder.
    package func load(_ sheets: [Data]) { lock.withLock { feeder += sheets } }

    package func emptyFeeder() { lock.withLock { feeder = [] } }

    package var sheetsInFeeder: Int { lock.withLock { feeder.count } }

    package func lay(_ sheet: Data?) { lock.withLock { glass = sheet } }

    package func cause(_ trouble: Trouble?) { lock.withLock { self.trouble = trouble } }

    package var presentTrouble: Trouble? { lock.withLock { trouble } }

    package func switchOff() { server?.stop() }

    package func switchOn() throws { try server?.start() }

    package func close() { server?.stop() }

    /// Jobs that were ended by whoever asked for them.
    package var endedJobs: Int { lock.withLock { ended } }

    // MARK: Jobs

    func add(_ job: Job) -> String {
        lock.withLock {
            count += 1
            let id = "\(count)"
            jobs[id] = job
            return id
        }
    }

    func end(_ id: String) -> Bool {
        lock.withLock {
            guard let job = jobs[id], !job.isOver else { return false }
            jobs[id]?.isOver = true
            ended += 1
            return true
        }
    }
}

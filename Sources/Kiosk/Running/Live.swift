import CardReader
import Core
import Documents
import Files
import Foundation
import Logging
import Printing
import Screens
import ServiceLifecycle
import Storage
import Sync
import Terminal

/// The real set of adapters, wired once.
struct Live: Sendable {
    let ports: Ports
    let storage: LiveKioskStorage
    let client: CentralClient
    let pump: OutboxPump
    let feed: ChangeFeedFollower
    let register: RegisterFetcher
    /// Nil at a site that does not speak.
    let speaker: Speaker?
    let logger: Logger

    /// - Parameter log: where the logger writes; nil for no log.
    init(_ settings: SiteSettings, logger: Logger, log: String?) throws {
        self.logger = logger
        let now: @Sendable () -> Date = { Date() }
        let chance: @Sendable () -> Double = { Double.random(in: 0...1) }
        let storage = try Self.openStorage(settings.storage, now: now)
        let client = try CentralClient(
            StoreConnection(
                baseURL: settings.store.url, rootsFile: settings.store.trustRoot,
                certificateFile: settings.store.certificate, keyFile: settings.store.key), logger: logger)
        let pump = OutboxPump(
            storage: storage, store: client, reachability: client.reachability(), jitter: chance, logger: logger)
        self.storage = storage
        self.client = client
        self.pump = pump
        feed = ChangeFeedFollower(storage: storage, store: client, jitter: chance, logger: logger)
        register = RegisterFetcher(storage: storage, store: client, jitter: chance, logger: logger)
        speaker = Speaker(settings, logger: logger)
        let memory = ProcessMemory()
        ports = Ports(
            kiosk: settings.kiosk,
            cards: LiveCardDesk(
                binding: ReaderBinding(identity: settings.readers.identity, enterprise: settings.readers.enterprise)),
            store: client, signing: client, staff: StaffBell(client, now: now),
            staffDesk: client, staffTrust: try settings.staffTrust, storage: storage, inspection: storage,
            printer: try LivePaperPrinter(
                PrintingSettings(
                    server: settings.printer.server, queue: settings.printer.queue,
                    printer: settings.printer.device.absoluteString), ledger: storage, timing: PrintTiming(now: now)),
            press: try PaperPress(
                fonts: URL(fileURLWithPath: settings.fonts), layouts: settings.layoutFolder),
            certificates: settings.creditCodeReader, verifier: try settings.signatureVerifier(),
            office: try settings.officeVerifier, pinyin: PinyinData(directory: settings.chineseInput),
            files: settings.filePorts(client),
            nudge: { Task { await pump.nudge() } },
            forget: {
                await memory.dropDeadStacks()
                await memory.giveBack()
            }, now: now,
            newUUID: { UUID() }, randomBytes: Self.randomBytes,
            site: KioskSite(storeAddress: settings.store.address, log: LogTail(path: log), hall: settings.hall.name),
            machine: LiveMachineDesk())
    }

    /// What runs beside the screen for as long as the program does.
    var services: [any Service] { [client, pump, feed, register] }

    @Sendable static func randomBytes(_ count: Int) -> Data {
        var generator = SystemRandomNumberGenerator()
        return Data((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    private static func openStorage(
        _ settings: SiteSettings.Storage, now: @escaping @Sendable () -> Date
    ) throws -> LiveKioskStorage {
        if !FileManager.default.fileExists(atPath: settings.deviceKey),
            !FileManager.default.fileExists(atPath: settings.database)
        {
            try DeviceKey.create(at: settings.deviceKey)
        }
        return try LiveKioskStorage(
            at: settings.database, key: try DeviceKey(contentsOf: settings.deviceKey), now: now)
    }
}

import Core
import Documents
import Foundation
import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import UnixSignals

/// A running store: what the settings name, opened and put together.
struct StoreService: Sendable {
    let registry: Registry
    private let gateway: any MessageGateway
    private let tls: TLSConfiguration
    private let settings: CentralSettings
    private let logger: Logger

    init(_ file: SettingsFile, world: World, logger: Logger) throws {
        let folder = StoreFolder(file)
        let vault = try folder.vault()
        settings = file.settings
        self.logger = logger
        tls = try Self.tls(file)
        gateway = try Self.gateway(file)
        let authority = try Self.readable("personRoot", settings.personRoot.key) {
            try folder.personRoot(vault).open()
        }
        let trust = try Self.trust(file)
        let press = try Self.press(file)
        // A store from before there were certificates has no office yet.
        try folder.create(world)
        let office = try Self.readable("issuingOffice", settings.issuingOffice.key) {
            try folder.issuingOffice(vault).open()
        }
        registry = Registry(
            database: try SQLiteDatabase(file: file.url(settings.dataFile)), policy: try Self.policy(file),
            vault: vault, authority: authority, trust: trust, staffTrust: try Self.staffTrust(file),
            papers: try FormInspection(press: press, personRoot: authority.root, trust: trust),
            world: world, bells: Bells(), certificates: CertificateMaker(press: press, office: office))
    }

    /// Serves until SIGTERM or SIGINT: then no new connection is taken, what is under way ends, waiting requests of
    /// the change feed are answered.
    /// - Parameter started: told the port, once the store can be reached.
    func run(started: @escaping @Sendable (Int) -> Void) async throws {
        let application = Application(
            router: registry.router(), server: try .tls(.http1(), tlsConfiguration: tls),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: "central"),
            onServerRunning: { started($0.localAddress?.port ?? 0) }, logger: logger)
        let pump = MessagePump(registry: registry, gateway: gateway, logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [pump, application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}

// What the settings name, read with an error that names the setting.
extension StoreService {
    private static func tls(_ file: SettingsFile) throws -> TLSConfiguration {
        let names = file.settings.tls
        let chain = try readable("tls.certificate", names.certificate) {
            try NIOSSLCertificate.fromPEMFile(file.url(names.certificate).path())
        }
        let key = try readable("tls.key", names.key) {
            try NIOSSLPrivateKey(file: file.url(names.key).path(), format: .pem)
        }
        let clients = try readable("tls.clientCA", names.clientCA) {
            try NIOSSLCertificate.fromPEMFile(file.url(names.clientCA).path())
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv13
        // A kiosk has a name, not an address: its certificate must chain to the client CA, whatever host it calls from.
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates(clients)
        return configuration
    }

    private static func gateway(_ file: SettingsFile) throws -> any MessageGateway {
        if let folder = file.settings.sms.spoolDirectory {
            return try readable("sms.spoolDirectory", folder) { try SpoolGateway(folder: file.url(folder)) }
        }
        return WebhookGateway(url: file.settings.sms.webhookURL ?? "")
    }

    private static func policy(_ file: SettingsFile) throws -> Registry.Policy {
        let settings = file.settings
        let calendar = try settings.calendarFile.map { path in
            try readable("calendarFile", path) {
                try JSONDecoder().decode(WorkingCalendar.self, from: Data(contentsOf: file.url(path)))
            }
        }
        return Registry.Policy(
            office: settings.office, calendar: calendar ?? WorkingCalendar([]), decisionDays: settings.decisionDays,
            automaticAcceptance: settings.automaticAcceptance, formRules: settings.formRules,
            renewalWindow: settings.renewalWindow, codes: settings.codes, sessionMinutes: settings.sessionMinutes,
            staffPhone: settings.staffPhone)
    }

    private static func trust(_ file: SettingsFile) throws(SettingsFault) -> EnterpriseTrust {
        try readable("enterpriseRoots", file.settings.enterpriseRoots) {
            let pem = try String(contentsOf: file.url(file.settings.enterpriseRoots), encoding: .utf8)
            return try EnterpriseTrust(AuthorityFile(pem: pem), creditCodeOIDs: file.settings.creditCodeOIDs)
        }
    }

    private static func staffTrust(_ file: SettingsFile) throws(SettingsFault) -> StaffTrust? {
        guard let path = file.settings.staffRoots else { return nil }
        return try readable("staffRoots", path) {
            try StaffTrust(AuthorityFile(pem: String(contentsOf: file.url(path), encoding: .utf8)))
        }
    }

    private static func press(_ file: SettingsFile) throws(SettingsFault) -> PaperPress {
        let folder = file.settings.fontsDirectory ?? ProcessInfo.processInfo.environment["KIOSK_FONTS"] ?? "fonts"
        let layouts = file.settings.papersDirectory.map { file.url($0) }
        do { return try PaperPress(fonts: file.url(folder), layouts: layouts) } catch {
            if case .templates(let faults) = error {
                throw .file(
                    setting: "papersDirectory", path: file.settings.papersDirectory ?? "", reason: "\(faults)")
            }
            throw .file(setting: "fontsDirectory", path: folder, reason: "\(error)")
        }
    }

    private static func readable<Value>(
        _ setting: String, _ path: String, _ read: () throws -> Value
    ) throws(SettingsFault) -> Value {
        do { return try read() } catch {
            throw .file(setting: setting, path: path, reason: "\(error)")
        }
    }
}

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
    private let phoneTLS: TLSConfiguration?
    /// Of the back office; nil where there is none.
    private let officeTLS: TLSConfiguration?
    private let settings: CentralSettings
    private let logger: Logger

    init(_ file: SettingsFile, world: World, logger: Logger) throws {
        let folder = StoreFolder(file)
        let vault = try folder.vault()
        settings = file.settings
        self.logger = logger
        let enrolment = try Self.enrolment(folder, vault, world)
        tls = try Self.tls(file, enrolment)
        phoneTLS = try Self.phoneTLS(file)
        officeTLS = try Self.officeTLS(file)
        gateway = try Self.gateway(file)
        let authority = try Self.readable("personRoot", settings.personRoot.key) {
            try folder.personRoot(vault).open()
        }
        let trust = try Self.trust(file)
        let press = try Self.press(file)
        // A store from before there were certificates has no office yet.
        try folder.createOffice(vault, world)
        let office = try Self.readable("issuingOffice", settings.issuingOffice.key) {
            try folder.issuingOffice(vault).open()
        }
        registry = Registry(
            database: try SQLiteDatabase(file: file.url(settings.dataFile)), policy: try Self.policy(file),
            vault: vault, authority: authority, trust: trust, staffTrust: try Self.staffTrust(file),
            papers: try FormInspection(press: press, personRoot: authority.root, trust: trust),
            world: world, bells: Bells(), certificates: CertificateMaker(press: press, office: office),
            releases: file.url(settings.releasesDirectory), enrolment: enrolment)
    }

    /// Serves until SIGTERM or SIGINT: then no new connection is taken, what is under way ends, waiting requests of
    /// the change feed are answered.
    /// - Parameter started: told the ports, once the store can be reached on all of them.
    func run(started: @escaping @Sendable (Listening) -> Void) async throws {
        let listening = ListeningWatch(expectsBackOffice: officeTLS != nil, started)
        let application = Application(
            router: registry.router(), server: try .tls(.http1(), tlsConfiguration: tls),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: "central"),
            onServerRunning: { listening.note(kiosks: $0.localAddress?.port ?? 0) }, logger: logger)
        warnOfMissingTables()
        let pump = MessagePump(registry: registry, gateway: gateway, logger: logger)
        var services: [any Service] = [pump, application]
        if let office = settings.backOffice, let officeTLS {
            services.append(try backOffice(office, officeTLS, listening))
        }
        if let phone = settings.phone, let phoneTLS { services.append(try phonePages(phone, phoneTLS)) }
        let group = ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    /// Deadlines that run into a year without a table are counted by its weekends alone.
    private func warnOfMissingTables() {
        let calendar = registry.policy.calendar
        let end = calendar.day(adding: registry.policy.decisionDays, to: registry.today)
        for year in calendar.uncoveredYears(from: registry.today, through: end) {
            logger.warning("no holiday table for a year of running deadlines", metadata: ["year": "\(year)"])
        }
    }

    private func backOffice(
        _ office: CentralSettings.BackOffice, _ tls: TLSConfiguration, _ listening: ListeningWatch
    ) throws -> some Service {
        let hours = OfficeHours(
            idle: TimeInterval(office.idleMinutes * 60), longest: TimeInterval(office.longestHours * 3_600))
        return Application(
            router: Office(registry: registry, hours: hours).router(),
            server: try .tls(.http1(), tlsConfiguration: tls),
            configuration: .init(address: .hostname(office.host, port: office.port), serverName: nil),
            onServerRunning: { listening.note(backOffice: $0.localAddress?.port ?? 0) }, logger: logger)
    }

    /// The pages for phones, on a port of their own that asks for no certificate.
    private func phonePages(_ phone: CentralSettings.PhonePage, _ tls: TLSConfiguration) throws -> some Service {
        Application(
            router: registry.phoneRouter(), server: try .tls(.http1(), tlsConfiguration: tls),
            configuration: .init(address: .hostname(phone.host, port: phone.port), serverName: nil), logger: logger)
    }
}

// What the settings name, read with an error that names the setting.
extension StoreService {
    /// Nil where the settings want none; made where there is none yet.
    private static func enrolment(_ folder: StoreFolder, _ vault: KeyVault, _ world: World) throws -> Enrolment? {
        guard let settings = folder.settings.enrolment, let files = folder.kioskAuthority(vault) else { return nil }
        return try readable("enrolment", settings.certificate) {
            try folder.createKioskAuthority(vault, world)
            return Enrolment(authority: try files.open(), days: settings.days)
        }
    }

    private static func tls(_ file: SettingsFile, _ enrolment: Enrolment?) throws -> TLSConfiguration {
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
        if let enrolment {
            // Who enrols has none yet: `KioskGate` lets such a machine as far as EST. Whoever shows one must still stand
            // the handshake with it.
            configuration.certificateVerification = .optionalVerification
            let own = try NIOSSLCertificate(bytes: Array(enrolment.authority.certificate.der), format: .der)
            configuration.trustRoots = .certificates(clients + [own])
        }
        return configuration
    }

    private static func officeTLS(_ file: SettingsFile) throws -> TLSConfiguration? {
        guard let office = file.settings.backOffice else { return nil }
        return try browserTLS("backOffice", certificate: office.certificate, key: office.key, file)
    }

    private static func phoneTLS(_ file: SettingsFile) throws -> TLSConfiguration? {
        guard let phone = file.settings.phone else { return nil }
        return try browserTLS("phone", certificate: phone.certificate, key: phone.key, file)
    }

    /// A server's certificate alone: the browsers of reviewers and of phones have none.
    private static func browserTLS(
        _ setting: String, certificate: String?, key: String?, _ file: SettingsFile
    ) throws -> TLSConfiguration {
        let certificateFile = certificate ?? file.settings.tls.certificate
        let chain = try readable("\(setting).certificate", certificateFile) {
            try NIOSSLCertificate.fromPEMFile(file.url(certificateFile).path())
        }
        let keyFile = key ?? file.settings.tls.key
        let privateKey = try readable("\(setting).key", keyFile) {
            try NIOSSLPrivateKey(file: file.url(keyFile).path(), format: .pem)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
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
            try readable("calendarFile", path) { () throws(CalendarFault) in try CalendarFile.read(file.url(path)) }
        }
        return Registry.Policy(
            office: settings.office, calendar: calendar ?? WorkingCalendar([]), decisionDays: settings.decisionDays,
            acceptanceDays: settings.acceptanceDays, acceptance: settings.acceptance, formRules: settings.formRules,
            renewalWindow: settings.renewalWindow, codes: settings.codes, sessionMinutes: settings.sessionMinutes,
            phoneAddress: settings.phone?.address, staffPhone: settings.staffPhone, halls: settings.halls)
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
            try StaffTrust(
                AuthorityFile(pem: String(contentsOf: file.url(path), encoding: .utf8)),
                revocations: file.settings.staffRevocations.map { file.url($0) })
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

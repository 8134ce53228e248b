import Core
import Foundation

/// What a store is told before it starts: one JSON file. Every key has a default but those of `tls`, `enterpriseRoots`
/// and `sms`; paths are relative to the file's own folder.
struct CentralSettings: Codable, Hashable, Sendable {
    var host = "127.0.0.1"
    var port = 8443
    var tls: TLSFiles
    var dataFile = "central.sqlite"
    /// 32 random bytes, mode 0600: what is encrypted at rest opens with it.
    var keyFile = "store.key"
    var personRoot = PersonRootFiles()
    /// Signs 注册证书; `central init` makes what is not there.
    var issuingOffice = IssuingOfficeFiles()
    /// Certifies kiosks that enrol by a one-use code, beside those of `tls.clientCA`. Left out: none can, and the port of
    /// the kiosks refuses whoever shows no certificate in the handshake already.
    var enrolment: EnrolmentFiles?
    /// PEM; self-signed ones are roots, the others intermediates.
    var enterpriseRoots: String
    /// PEM, as `enterpriseRoots`: who issues staff cards. Left out: no staff card opens anything.
    var staffRoots: String?
    /// The staff authorities' lists of cards that they have taken back (CRL, PEM or DER), read at every card. Left out:
    /// a card counts to its last day.
    var staffRevocations: String?
    /// Extensions of an enterprise's certificate that may hold its credit code, in the order to look.
    var creditCodeOIDs = ["1.2.156.112570.11.210"]
    /// Made by `script/bake-fonts`: the store typesets every form again, to the same bytes as the kiosk. Left out: what
    /// KIOSK_FONTS names, or `fonts`.
    var fontsDirectory: String?
    /// This site's own layouts of papers (docs/papers.md), the same as on its kiosks: a form that another layout set
    /// is not the one that was signed. Left out: those that come with the program.
    var papersDirectory: String?
    var office = AcceptanceNotice.Office(
        name: "上海市住房和城乡建设管理委员会", window: "服务大厅自助服务区", enquiryPhone: "021-12319",
        complaintPhone: "021-12345", verificationURL: "https://zjw.sh.example/verify")
    /// Pages for people's own phones, which show no certificate; left out: none.
    var phone: PhonePage?
    /// Holidays and make-up working days; without it Saturdays and Sundays are the only free days.
    var calendarFile: String?
    /// Promised time limit of a decision (行政许可法 42: twenty working days).
    var decisionDays = 20
    /// Working days within which a sealed application is accepted, corrected or declined (行政许可法 32).
    var acceptanceDays = 5
    var acceptance = Acceptance.automatic
    /// Where reviewers work. Left out: nowhere, and nothing can be decided.
    var backOffice: BackOffice?
    var formRules = FormRules()
    var renewalWindow = RenewalWindow()
    var codes = CodePolicy()
    var sessionMinutes = 15
    /// Mobile number of the hall's staff on duty; without it kiosks cannot call anybody.
    var staffPhone: PhoneNumber?
    /// Names of the kiosks that stand in one hall together: their staff see what was accepted at any of them.
    var halls: [[String]] = []
    /// Where `central release add` keeps updates for kiosks.
    var releasesDirectory = "releases"
    var sms: SMSChannel
    var logLevel = "info"

    struct TLSFiles: Codable, Hashable, Sendable {
        var certificate: String
        var key: String
        /// Issuer of the kiosks' certificates.
        var clientCA: String
    }

    struct PhonePage: Codable, Hashable, Sendable {
        var host: String
        var port: Int
        /// How phones reach it: `https://…`, without a stroke at the end. Short, because a QR code holds it.
        var address: String
        /// PEM, of an issuer that phones know; left out: those of `tls`.
        var certificate: String?
        var key: String?
    }

    enum Acceptance: String, Codable {
        /// The notice can be printed right after the seal, as the manual has it.
        case automatic
        /// A sealed application waits for a reviewer.
        case reviewer
    }

    /// A listener of its own: a browser has no kiosk's certificate, so this one asks for none, and knows reviewers by
    /// account and session.
    struct BackOffice: Codable, Hashable, Sendable {
        var host = "127.0.0.1"
        var port = 8444
        /// Left out: the store's own.
        var certificate: String?
        var key: String?
        /// A session without a request ends after this, and any after the other.
        var idleMinutes = 15
        var longestHours = 8
    }

    struct PersonRootFiles: Codable, Hashable, Sendable {
        var certificate = "person-root.pem"
        /// Encrypted under the key file.
        var key = "person-root.key"
    }

    struct IssuingOfficeFiles: Codable, Hashable, Sendable {
        var root = "office-root.pem"
        var certificate = "office.pem"
        /// Encrypted under the key file.
        var key = "office.key"
    }

    struct EnrolmentFiles: Codable, Hashable, Sendable {
        var certificate = "kiosk-authority.pem"
        /// Encrypted under the key file; both are made when neither is there.
        var key = "kiosk-authority.key"
        /// Life of a kiosk's certificate; it renews it after two thirds.
        var days = 365
    }

    struct CodePolicy: Codable, Hashable, Sendable {
        var lifeSeconds = 300
        var tries = 5
        var resendSeconds = 60
    }

    /// Where text messages go: exactly one of the two.
    struct SMSChannel: Codable, Hashable, Sendable {
        /// One JSON file a message, for a demonstration.
        var spoolDirectory: String?
        /// POST of one JSON object a message.
        var webhookURL: String?
    }
}

extension CentralSettings {
    init(from decoder: any Decoder) throws {
        let reader = try SettingsReader(decoder, keys: CodingKeys.self)
        self.init(
            tls: try reader.required(.tls), enterpriseRoots: try reader.required(.enterpriseRoots),
            sms: try reader.required(.sms))
        try reader.read(.host, into: &host)
        try reader.read(.port, into: &port)
        try reader.read(.dataFile, into: &dataFile)
        try reader.read(.keyFile, into: &keyFile)
        try reader.read(.personRoot, into: &personRoot)
        try reader.read(.issuingOffice, into: &issuingOffice)
        try reader.read(.creditCodeOIDs, into: &creditCodeOIDs)
        try reader.read(.office, into: &office)
        try reader.read(.decisionDays, into: &decisionDays)
        try reader.read(.acceptanceDays, into: &acceptanceDays)
        try reader.read(.acceptance, into: &acceptance)
        try reader.read(.formRules, into: &formRules)
        try reader.read(.renewalWindow, into: &renewalWindow)
        try reader.read(.codes, into: &codes)
        try reader.read(.sessionMinutes, into: &sessionMinutes)
        try reader.read(.releasesDirectory, into: &releasesDirectory)
        try reader.read(.logLevel, into: &logLevel)
        backOffice = try reader.optional(.backOffice)
        enrolment = try reader.optional(.enrolment)
        try reader.read(.halls, into: &halls)
        calendarFile = try reader.optional(.calendarFile)
        fontsDirectory = try reader.optional(.fontsDirectory)
        papersDirectory = try reader.optional(.papersDirectory)
        staffPhone = try reader.optional(.staffPhone)
        staffRoots = try reader.optional(.staffRoots)
        staffRevocations = try reader.optional(.staffRevocations)
        phone = try reader.optional(.phone)
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case host, port, tls, dataFile, keyFile, personRoot, issuingOffice, enterpriseRoots, creditCodeOIDs,
            fontsDirectory,
            papersDirectory, office, phone, calendarFile, staffPhone, staffRoots, staffRevocations, decisionDays,
            acceptanceDays,
            acceptance, backOffice, formRules, renewalWindow, codes, sessionMinutes, sms, halls, releasesDirectory,
            enrolment,
            logLevel
    }
}

extension CentralSettings.EnrolmentFiles {
    init(from decoder: any Decoder) throws {
        let reader = try SettingsReader(decoder, keys: CodingKeys.self)
        self.init()
        try reader.read(.certificate, into: &certificate)
        try reader.read(.key, into: &key)
        try reader.read(.days, into: &days)
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case certificate, key, days
    }
}

extension CentralSettings.BackOffice {
    init(from decoder: any Decoder) throws {
        let reader = try SettingsReader(decoder, keys: CodingKeys.self)
        self.init()
        try reader.read(.host, into: &host)
        try reader.read(.port, into: &port)
        try reader.read(.idleMinutes, into: &idleMinutes)
        try reader.read(.longestHours, into: &longestHours)
        certificate = try reader.optional(.certificate)
        key = try reader.optional(.key)
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case host, port, certificate, key, idleMinutes, longestHours
    }
}

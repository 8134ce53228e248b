import Appliance
import Core
import Documents
import Foundation
import Framebuffer
import Screens
import Terminal

/// Everything that differs between one kiosk and another, read from one JSON file. Relative paths are taken from the
/// folder of that file.
struct SiteSettings: Codable, Sendable {
    /// Names this kiosk in its certificate and on papers: `kiosk-001`.
    var kiosk: String
    var hall: Hall
    var store: Store
    var readers: Readers
    var printer: Printer
    var storage: Storage
    var trust: Trust
    /// Folder with the fonts that papers are set in (script/bake-fonts).
    var fonts: String
    /// Folder with this site's own layouts of papers (docs/papers.md); nil: those that come with the program.
    var papers: String?
    /// Folder with the data of Chinese input (script/bake-chinese-input).
    var chineseInput: String
    /// The machine's own screen; nil shows the screens on the terminal that the program was started in.
    var display: FramebufferSettings?
    var session: Session?
    /// Without it the kiosk does not speak.
    var speech: Speech?
    /// The screen's own size; nil is 21.5 inches, lying.
    var panel: Panel?
    /// Where files of a form may come from; nil: from nowhere.
    var files: Files?
    /// Which USB devices get in, on the appliance; nil: all of the kinds that it works with.
    var usb: USB?
    /// What every visit begins with; nil is Chinese, normal print and contrast, silent.
    var presentation: Presentation?
    /// Days after which a form that was begun and never filed is dropped; nil is 30.
    var keepDrafts: Int?

    struct Hall: Codable, Sendable {
        var name: String
        /// Number of this machine in the hall, shown in the status row.
        var machine: String
    }

    struct Store: Codable, Sendable {
        var url: URL
        /// PEM files.
        var trustRoot: String
        /// Of a machine that enrols: its own, which holds both.
        var certificate: String
        var key: String
        /// In place of certificate and key: the machine makes its key itself, and the store certifies it.
        var enrolment: Enrolment?

        struct Enrolment: Codable, Sendable {
            /// `central kiosk enrol` prints it; good once. On a machine that is enrolled it does nothing.
            var code: String
        }

        /// Host and port.
        var address: String { "\(url.host() ?? ""):\(url.port ?? 443)" }
    }

    struct Readers: Codable, Sendable {
        /// How the names of the two readers begin.
        var identity: String
        var enterprise: String
        /// Socket of pcscd; nil is the system's.
        var socket: String?
    }

    struct Printer: Codable, Sendable {
        /// Socket path or host of cupsd; a path has a slash.
        var server: String
        var queue: String
        /// The printer's own address, asked for the truth about sheets.
        var device: URL
    }

    struct Storage: Codable, Sendable {
        var database: String
        var deviceKey: String
    }

    struct Trust: Codable, Sendable {
        /// PEM files.
        var personRoots: [String]
        var enterpriseRoots: [String]
        /// The root under which the issuing office signs certificates: `office-root.pem` of the store; nil or empty: no
        /// certificate is shown or printed here.
        var officeRoots: [String]?
        /// Who issues staff cards; nil or empty: none is taken.
        var staffRoots: [String]?
        /// The staff authorities' lists of cards that they have taken back (CRL, PEM or DER), read at every card; nil: a
        /// card counts to its last day.
        var staffRevocations: String?
        /// Where an enterprise's certificate carries its credit code; tried in this order.
        var creditCodeOIDs: [String]?
    }

    struct Files: Codable, Sendable {
        /// Folder under which the appliance mounts sticks, read-only, a folder each; nil where there is no socket.
        var sticks: String?
        /// Program and first arguments that open the stick for the one file that is written to it, and close it again:
        /// called with `open` or `close` and the stick's folder. Nil where sticks are mounted writable.
        var stickGate: [String]?
        /// The person's own phone, by a page of the store that has one.
        var phone: Bool?
        /// Nil where there is none.
        var scanner: ScannerSetting?
    }

    struct USB: Codable, Sendable {
        /// The panels, keypads and hand scanners that get in, by vendor and product as `lsusb` has them: `0eef:c002`; nil:
        /// any.
        var inputs: [String]?
    }

    /// Nil is the usual.
    struct Speech: Codable, Sendable {
        /// espeak-ng, by name or path.
        var synthesiser: String?
        /// Plays a WAV stream from its standard input.
        var player: [String]?
        /// Words a minute.
        var speed: Int?
        /// 0 to 200.
        var volume: Int?
        /// Folder with sentences that were rendered beforehand (script/bake-speech).
        var prerendered: String?
        /// Event device of the socket for headphones; nil where there is none.
        var headphones: String?
    }

    /// Seconds without a touch before the warning, and of the warning itself; nil is the screens' own.
    struct Session: Codable, Sendable {
        var idle: Int?
        var idleOnForms: Int?
        var idleInLargePrint: Int?
        var warning: Int?
    }

    /// Millimetres.
    struct Panel: Codable, Sendable {
        var width: Double
        var height: Double
    }

    struct Presentation: Codable, Sendable {
        var language: Language?
        var printSize: PrintSize?
        var contrast: Contrast?
        var isVoiced: Bool?
    }
}

extension SiteSettings {
    var draftDays: Int { keepDrafts ?? 30 }
    var layoutFolder: URL? { papers.map { URL(fileURLWithPath: $0) } }

    /// Reads credit codes where this site's certificates carry them.
    var creditCodeReader: CertificateReader {
        trust.creditCodeOIDs.map { CertificateReader(creditCodeOIDs: $0) } ?? CertificateReader()
    }

    /// Trusts whom this site trusts; the error names the file.
    func signatureVerifier() throws(SettingsProblem) -> SignatureVerifier {
        let persons = try Self.authorities(in: trust.personRoots, of: "trust.personRoots").roots
        let enterprises = try Self.authorities(in: trust.enterpriseRoots, of: "trust.enterpriseRoots").roots
        do {
            return try SignatureVerifier(personRoots: persons, enterpriseRoots: enterprises, reader: creditCodeReader)
        } catch {
            throw SettingsProblem("trust: a certificate cannot be read")
        }
    }

    /// Nil when this kiosk has no issuing office to trust.
    var officeVerifier: OfficeVerifier? {
        get throws(SettingsProblem) {
            guard let files = trust.officeRoots, !files.isEmpty else { return nil }
            let roots = try Self.authorities(in: files, of: "trust.officeRoots").roots
            do { return try OfficeVerifier(roots: roots) } catch {
                throw SettingsProblem("trust.officeRoots: cannot be read as certificates")
            }
        }
    }

    /// All that these PEM files hold, as one.
    private static func authorities(
        in files: [String], of field: String
    ) throws(SettingsProblem) -> AuthorityFile {
        guard !files.isEmpty else { throw SettingsProblem("\(field): names no file") }
        do {
            let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
            return try AuthorityFile(pem: texts.joined(separator: "\n"))
        } catch { throw SettingsProblem("\(field): cannot be read as certificates: \(error)") }
    }

    /// Nil when this kiosk takes no staff cards.
    var staffTrust: StaffTrust? {
        get throws(SettingsProblem) {
            guard let files = trust.staffRoots, !files.isEmpty else { return nil }
            let authorities = try Self.authorities(in: files, of: "trust.staffRoots")
            let revocations = trust.staffRevocations.map { URL(filePath: $0) }
            do { return try StaffTrust(authorities, revocations: revocations) } catch {
                throw SettingsProblem("trust.staffRoots: cannot be read as certificates")
            }
        }
    }

    /// Reads and checks the file; the error names the field and says what it must be.
    static func read(_ file: URL) throws(SettingsProblem) -> SiteSettings {
        let data: Data
        do { data = try Data(contentsOf: file) } catch { throw SettingsProblem("\(file.path): cannot be read") }
        do {
            var settings = try JSONDecoder().decode(SiteSettings.self, from: data)
            if let words = settings.firstMistake { throw SettingsProblem("\(file.path): \(words)") }
            settings.resolvePaths(from: file.deletingLastPathComponent())
            return settings
        } catch let problem as SettingsProblem {
            throw problem
        } catch let error as DecodingError {
            throw SettingsProblem("\(file.path): \(Self.words(for: error))")
        } catch {
            throw SettingsProblem("\(file.path): not a settings file")
        }
    }

    /// What decodes and still makes no sense.
    private var firstMistake: String? {
        if store.url.scheme != "https" || (store.url.host() ?? "").isEmpty { return "store.url: should be https://…" }
        if store.enrolment?.code.isEmpty == true {
            return "store.enrolment.code: should be what central kiosk enrol prints"
        }
        if !["ipp", "ipps"].contains(printer.device.scheme) || (printer.device.host() ?? "").isEmpty {
            return "printer.device: should be ipp://… or ipps://…"
        }
        if let speech, let mistake = speech.firstMistake { return mistake }
        if files?.stickGate?.first?.hasPrefix("/") == false || files?.stickGate?.isEmpty == true {
            return "files.stickGate: should be a program by its whole path, and its arguments"
        }
        if let word = usb?.inputs?.first(where: { !USBRules.isIdentifier($0) }) {
            return "usb.inputs: “\(word)” should be vendor and product, as 0eef:c002"
        }
        if let display, let mistake = display.firstMistake { return mistake }
        if let panel, panel.width < 50 || panel.height < 50 { return "panel: should be its millimetres" }
        let periods = [
            "session.idle": session?.idle, "session.idleOnForms": session?.idleOnForms,
            "session.idleInLargePrint": session?.idleInLargePrint, "session.warning": session?.warning,
            "keepDrafts": keepDrafts,
        ]
        let field = periods.filter { $0.value.map { $0 < 1 } ?? false }.keys.min()
        return field.map { "\($0): should be 1 or more" }
    }

    private mutating func resolvePaths(from folder: URL) {
        func resolved(_ path: String) -> String {
            path.hasPrefix("/") ? path : folder.appendingPathComponent(path).path
        }
        readers.socket = readers.socket.map(resolved)
        if let folder = speech?.prerendered { speech?.prerendered = resolved(folder) }
        if printer.server.contains("/") { printer.server = resolved(printer.server) }
        store.trustRoot = resolved(store.trustRoot)
        storage.database = resolved(storage.database)
        if store.enrolment != nil {
            (store.certificate, store.key) = (identityFile, identityFile)
        } else {
            store.certificate = resolved(store.certificate)
            store.key = resolved(store.key)
        }
        storage.deviceKey = resolved(storage.deviceKey)
        trust.personRoots = trust.personRoots.map(resolved)
        trust.enterpriseRoots = trust.enterpriseRoots.map(resolved)
        trust.staffRoots = trust.staffRoots?.map(resolved)
        trust.officeRoots = trust.officeRoots?.map(resolved)
        if let folder = files?.sticks { files?.sticks = resolved(folder) }
        trust.staffRevocations = trust.staffRevocations.map(resolved)
        fonts = resolved(fonts)
        papers = papers.map(resolved)
        chineseInput = resolved(chineseInput)
        let displayFonts = display?.fonts.map { $0.resolved(resolved) } ?? []
        display?.fonts = displayFonts
    }

    private static func words(for error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.isEmpty ? "the file" : context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(place(context)): “\(key.stringValue)” is missing"
        case .typeMismatch(let type, let context): "\(place(context)): should be \(type)"
        case .valueNotFound(let type, let context): "\(place(context)): should be \(type), is null"
        case .dataCorrupted(let context): "\(place(context)): \(context.debugDescription)"
        @unknown default: "not a settings file"
        }
    }
}

extension SiteSettings.Speech {
    fileprivate var firstMistake: String? {
        if player?.isEmpty == true { return "speech.player: should be a program and its arguments" }
        if let speed, !(80...450).contains(speed) { return "speech.speed: should be 80 to 450" }
        if let volume, !(0...200).contains(volume) { return "speech.volume: should be 0 to 200" }
        return nil
    }
}

/// What is wrong with a settings file, for the technician.
struct SettingsProblem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

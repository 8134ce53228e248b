import Core
import Documents
import Foundation

/// The central store itself: what it knows and decides, without HTTP. Its topics are extensions in their own folders;
/// each call that changes something does so in one transaction.
struct Registry: Sendable {
    let database: any RegistryDatabase
    let policy: Policy
    let vault: KeyVault
    let authority: PersonCertificateAuthority
    let trust: EnterpriseTrust
    /// Nil: this store knows no staff cards.
    let staffTrust: StaffTrust?
    let papers: any FormVerification
    let world: World
    let bells: Bells
    /// Nil: this store gives no certificates out.
    var certificates: CertificateMaker?
    /// Where files of updates lie; nil: this store offers none.
    var releases: URL?
    /// Nil: this store certifies no kiosks.
    var enrolment: Enrolment?

    /// The settings that decide, without the files they came from.
    struct Policy: Sendable {
        var office: AcceptanceNotice.Office
        var calendar: WorkingCalendar
        var decisionDays: Int
        var acceptanceDays: Int
        var acceptance: CentralSettings.Acceptance
        var formRules: FormRules
        var renewalWindow: RenewalWindow
        var codes: CentralSettings.CodePolicy
        var sessionMinutes: Int
        /// How the pages for phones are reached, without a stroke at the end; nil: this store has none.
        var phoneAddress: String?
        /// Where calls for the hall's staff go.
        var staffPhone: PhoneNumber?
        /// Kiosks that stand in one hall together.
        var halls: [[String]] = []

        /// A kiosk that stands in no hall is one of its own.
        func hall(of kiosk: String) -> [String] { halls.first { $0.contains(kiosk) } ?? [kiosk] }
    }

    var eligibility: Eligibility { Eligibility(window: policy.renewalWindow) }
    var today: CivilDate { CivilDate(shanghai: world.now()) }
}

// Libraries print whole services into their logs: keys and settings have no place there.
extension Registry: Discreet {
    var description: String { "registry" }
}

/// Clock and chance, from outside.
struct World: Sendable {
    var now: @Sendable () -> Date
    var bytes: @Sendable (Int) -> Data

    static let real = World(
        // Milliseconds are all that the wire and the database keep: a value must equal itself read back.
        now: { Date(timeIntervalSince1970: (Date().timeIntervalSince1970 * 1_000).rounded() / 1_000) },
        bytes: { count in
            var generator = SystemRandomNumberGenerator()
            return Data((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        })

    func uuid() -> UUID {
        let bytes = [UInt8](bytes(16))
        // RFC 9562: version 4, variant 10.
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6] & 0x0F | 0x40, bytes[7],
                bytes[8] & 0x3F | 0x80, bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }

    /// 256 bits that nobody guesses, as text for a header.
    func token() -> String { bytes(32).hex }

    /// Every number below `bound` equally likely.
    func number(below bound: UInt32) -> UInt32 {
        let limit = UInt32.max - UInt32.max % bound
        while true {
            let candidate = bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            if candidate < limit { return candidate % bound }
        }
    }
}

/// Rung after a commit, so that nobody has to poll the database.
struct Bells: Sendable {
    let changes = Bell()
    let messages = Bell()
    /// What phones do.
    let uploads = Bell()
}

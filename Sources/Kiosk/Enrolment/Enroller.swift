import Appliance
import Core
import Foundation
import Logging
import Sync

/// Gets this machine its certificate, and the next one before it ends.
struct Enroller: Sendable {
    let kiosk: String
    let code: String
    let folder: IdentityFolder
    let certifier: any Certifier
    let now: @Sendable () -> Date

    init(
        kiosk: String, code: String, folder: IdentityFolder, certifier: any Certifier,
        now: @escaping @Sendable () -> Date
    ) {
        (self.kiosk, self.code, self.folder, self.certifier, self.now) = (kiosk, code, folder, certifier, now)
    }

    /// Nil at a site whose file brings certificate and key.
    init?(_ settings: SiteSettings, logger: Logger, now: @escaping @Sendable () -> Date = { Date() }) {
        guard let enrolment = settings.store.enrolment else { return nil }
        self.init(
            kiosk: settings.kiosk, code: enrolment.code, folder: settings.identity,
            certifier: EnrolmentClient(
                store: settings.store.url, rootsFile: settings.store.trustRoot, logger: logger), now: now)
    }

    /// A certificate that is in force now.
    var standing: IdentityFolder.Standing? { folder.standing(of: kiosk, at: now()) }

    /// By the one-use code. The key is on the disk before the store hears of it: after a power cut the same key asks
    /// again, and the store answers with the same certificate.
    func enrol() async throws(EnrolmentFault) {
        let key = try folder.nextKey()
        let certificates = try await certifier.enrol(kiosk, code: code, key: key, now: now())
        try folder.note(used: code)
        try folder.keep(certificates, for: key)
    }

    /// By the certificate in force.
    func renew() async throws(EnrolmentFault) {
        let key = try folder.nextKey()
        let certificates = try await certifier.renew(kiosk, key: key, identity: folder.file, now: now())
        try folder.keep(certificates, for: key)
    }
}

extension EnrolmentTrouble {
    init(_ fault: EnrolmentFault) {
        self =
            switch fault {
            case .unreachable: .storeUnreachable
            case .codeWrong: .codeRefused
            case .codeUsed: .codeUsed
            case .codeExpired: .codeExpired
            case .clock: .clock
            case .notOffered: .notOffered
            case .misunderstood: .misunderstood
            case .disk: .disk
            }
    }

    /// Before the next try: what a person must mend is not asked for again and again, and each wrong code counts.
    var pause: Duration {
        switch self {
        case .asking, .storeUnreachable, .clock, .disk: .seconds(10)
        case .notOffered, .misunderstood: .seconds(60)
        case .codeRefused, .codeUsed, .codeExpired: .seconds(900)
        }
    }
}

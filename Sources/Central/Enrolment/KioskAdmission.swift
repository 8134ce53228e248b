import CentralAPI
import Core
import Crypto
import Foundation

extension Registry {
    /// Whether a certificate that has stood the handshake is in force. The first use of a new one ends those before it:
    /// a copy of an old key opens nothing.
    func admit(_ kiosk: String, certificate: Data) async throws {
        let fingerprint = SHA256.hash(data: certificate).hex
        let isFresh = try await database.read { session -> Bool in
            guard let row = try session.row("SELECT * FROM kiosk_certificates WHERE fingerprint = ?", fingerprint)
            else {
                let taken = try session.row("SELECT 1 AS found FROM revoked_kiosks WHERE kiosk = ?", kiosk)
                if taken != nil { throw Problem(.kioskRevoked) }
                return false
            }
            guard try row.optionalText("revoked_at") == nil else { throw Problem(.kioskRevoked) }
            return try row.optionalText("used_at") == nil
        }
        guard isFresh else { return }
        let now = world.now()
        try await database.write { session in
            try session.run("UPDATE kiosk_certificates SET used_at = ? WHERE fingerprint = ?", now, fingerprint)
            try session.run(
                """
                UPDATE kiosk_certificates SET revoked_at = ? WHERE kiosk = ? AND fingerprint <> ? AND revoked_at IS NULL
                    AND issued_at <= (SELECT issued_at FROM kiosk_certificates WHERE fingerprint = ?)
                """, now, kiosk, fingerprint, fingerprint)
        }
    }
}

/// What `central kiosk` does. Each change stands in the audit.
struct KioskRoll: Sendable {
    let database: any RegistryDatabase
    let vault: KeyVault
    let world: World

    /// A kiosk, as the list shows it.
    struct Entry: Hashable, Sendable {
        let name: String
        /// Of its newest certificate in force; nil when it has none of this store's.
        var certifiedUntil: Date?
        /// Of a code that was not used yet.
        var codeUntil: Date?
        var isRevoked = false
        var lastReport: Date?
    }

    /// A code in place of whatever code there was. It is kept as a keyed hash.
    func invite(_ kiosk: String, hours: Int, by actor: String) async throws -> String {
        guard KioskName.isValid(kiosk) else { throw KioskRollFault.wrongName(kiosk) }
        let code = EnrolmentCode.make(world)
        let hash = vault.hash("\(kiosk):\(EnrolmentCode.plain(code))", for: .enrolmentCodes)
        let now = world.now()
        try await database.write { session in
            try session.run("DELETE FROM enrolment_codes WHERE kiosk = ?", kiosk)
            try session.run(
                """
                INSERT INTO enrolment_codes (kiosk, code_hash, tries_left, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?)
                """, kiosk, hash, Enrolment.tries, now, now.addingTimeInterval(Double(hours) * 3_600))
            try session.audit("enrolment code made for \(kiosk)", by: actor, at: now)
        }
        return code
    }

    /// No certificate of this kiosk opens anything any more, whoever has issued it; nor does its code.
    func revoke(_ kiosk: String, by actor: String) async throws {
        guard KioskName.isValid(kiosk) else { throw KioskRollFault.wrongName(kiosk) }
        let now = world.now()
        try await database.write { session in
            try session.run("DELETE FROM enrolment_codes WHERE kiosk = ?", kiosk)
            try session.run(
                "UPDATE kiosk_certificates SET revoked_at = ? WHERE kiosk = ? AND revoked_at IS NULL", now, kiosk)
            try session.run(
                "INSERT INTO revoked_kiosks (kiosk, at) VALUES (?, ?) ON CONFLICT (kiosk) DO UPDATE SET at = excluded.at",
                kiosk, now)
            try session.audit("certificates of \(kiosk) revoked", by: actor, at: now)
        }
    }

    func entries() async throws -> [Entry] {
        let now = world.now()
        return try await database.read { session in
            var entries: [String: Entry] = [:]
            func change(_ row: SQLRow, _ change: (inout Entry) throws -> Void) throws {
                let name = try row.text("kiosk")
                try change(&entries[name, default: Entry(name: name)])
            }
            for row in try session.rows("SELECT kiosk, at FROM kiosk_reports") {
                try change(row) { $0.lastReport = try row.date("at") }
            }
            for row in try session.rows("SELECT kiosk, expires_at, key_hash FROM enrolment_codes") {
                let end = try row.date("expires_at")
                let isOpen = try row.optionalText("key_hash") == nil && end > now
                try change(row) { if isOpen { $0.codeUntil = end } }
            }
            for row in try session.rows("SELECT kiosk FROM revoked_kiosks") { try change(row) { $0.isRevoked = true } }
            let inForce =
                "SELECT kiosk, expires_at FROM kiosk_certificates WHERE revoked_at IS NULL ORDER BY expires_at"
            for row in try session.rows(inForce) {
                let end = try row.date("expires_at")
                try change(row) {
                    $0.certifiedUntil = end
                    $0.isRevoked = false
                }
            }
            return entries.values.sorted { $0.name < $1.name }
        }
    }
}

enum KioskRollFault: Error, Hashable, CustomStringConvertible {
    case wrongName(String)
    case noEnrolment

    var description: String {
        switch self {
        case .wrongName(let name):
            "“\(name)”: a kiosk's name has 2 to 32 letters, digits, dots and hyphens, as “kiosk” in its settings"
        case .noEnrolment:
            "this store certifies no kiosks: its settings have no “enrolment”. Put \"enrolment\": {} there and start it "
                + "again; kiosks whose certificates tls.clientCA has issued go on with them"
        }
    }
}

import CentralAPI
import Core
import Crypto
import Foundation
import SwiftASN1
import X509

/// Certifies kiosks' own keys: by a one-use code the first time, by the certificate in force after that.
struct Enrolment: Sendable {
    let authority: KioskAuthority
    /// Life of a certificate.
    var days: Int

    /// Wrong codes that a kiosk's code survives.
    static let tries = 10
}

extension Registry {
    /// RFC 7030, 4.2.1. The same key with the same code, within its time, is answered with the same certificate: a
    /// machine whose power went before it had kept the answer asks again.
    func enrol(_ credentials: BasicCredentials, request: Data) async throws -> Certificate {
        guard let enrolment else { throw Problem(.endpointUnknown) }
        let kiosk = credentials.name
        let key = try certifiableKey(in: request, of: kiosk)
        let given = vault.hash("\(kiosk):\(EnrolmentCode.plain(credentials.code.text))", for: .enrolmentCodes)
        let now = world.now()
        let outcome = try await database.write { [self] session -> Result<Certificate, Problem> in
            guard let code = try session.row("SELECT * FROM enrolment_codes WHERE kiosk = ?", kiosk) else {
                return .failure(Problem(.enrolmentCodeWrong))
            }
            // A code that nothing can be tried on any more says so to who has it and who has not.
            guard try code.date("expires_at") > now, try code.integer("tries_left") > 0 else {
                return .failure(Problem(.enrolmentCodeExpired))
            }
            guard try code.text("code_hash") == given else {
                try session.run("UPDATE enrolment_codes SET tries_left = tries_left - 1 WHERE kiosk = ?", kiosk)
                try session.audit("enrolment code refused", by: kiosk, at: now)
                return .failure(Problem(.enrolmentCodeWrong))
            }
            if let used = try code.optionalText("key_hash") {
                guard used == key.hash, let issued = try session.certificate(of: kiosk, keyHash: key.hash) else {
                    return .failure(Problem(.enrolmentCodeUsed))
                }
                return .success(issued)
            }
            let issued = try enrolment.authority.issue(
                to: kiosk, key: key.key, serial: world.bytes(16), at: now, days: enrolment.days)
            try session.run("UPDATE enrolment_codes SET key_hash = ? WHERE kiosk = ?", key.hash, kiosk)
            try session.keep(issued, of: kiosk, keyHash: key.hash, at: now)
            try session.audit("enrolled by code", by: kiosk, at: now)
            return .success(issued)
        }
        return try outcome.get()
    }

    /// RFC 7030, 4.2.2: a new key for the kiosk whose certificate opened the connection.
    func renew(_ kiosk: String, request: Data) async throws -> Certificate {
        guard let enrolment else { throw Problem(.endpointUnknown) }
        let key = try certifiableKey(in: request, of: kiosk)
        let now = world.now()
        return try await database.write { [self] session in
            if let issued = try session.certificate(of: kiosk, keyHash: key.hash), issued.notValidAfter > now {
                return issued
            }
            let issued = try enrolment.authority.issue(
                to: kiosk, key: key.key, serial: world.bytes(16), at: now, days: enrolment.days)
            try session.keep(issued, of: kiosk, keyHash: key.hash, at: now)
            try session.audit("certificate renewed", by: kiosk, at: now)
            return issued
        }
    }

    /// The key of a PKCS#10 request that is signed by it, asks for this kiosk's name alone, and is P-256.
    private func certifiableKey(
        in request: Data, of kiosk: String
    ) throws(Problem) -> (key: Certificate.PublicKey, hash: String) {
        guard KioskName.isValid(kiosk) else { throw Problem(.requestUncertifiable, detail: "no kiosk's name") }
        guard let request = try? CertificateSigningRequest(derEncoded: Array(request)),
            request.publicKey.isValidSignature(request.signature, for: request)
        else { throw Problem(.requestUncertifiable, detail: "no PKCS#10 that its own key has signed") }
        guard request.subject == (try? DistinguishedName { CommonName(kiosk) }) else {
            throw Problem(.requestUncertifiable, detail: "its subject is not the kiosk's name")
        }
        guard let key = P256.Signing.PublicKey(request.publicKey) else {
            throw Problem(.requestUncertifiable, detail: "its key is not on P-256")
        }
        return (request.publicKey, SHA256.hash(data: key.x963Representation).hex)
    }
}

/// As it stands in a certificate, on papers and in the settings.
enum KioskName {
    static func isValid(_ name: String) -> Bool { name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9.\-]{1,31}/) != nil }
}

/// `abcd-efgh-jkmn`: 59 bits, in letters and digits that nobody mistakes for another.
enum EnrolmentCode {
    private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")

    static func make(_ world: World) -> String {
        let letters = (0..<12).map { _ in alphabet[Int(world.number(below: UInt32(alphabet.count)))] }
        return stride(from: 0, to: 12, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// Without what a person puts in or leaves out.
    static func plain(_ text: String) -> String { text.lowercased().filter { $0 != "-" && !$0.isWhitespace } }
}

extension SQLSession {
    fileprivate func certificate(of kiosk: String, keyHash: String) throws -> Certificate? {
        try row(
            """
            SELECT content FROM kiosk_certificates WHERE kiosk = ? AND key_hash = ? AND revoked_at IS NULL
            ORDER BY issued_at DESC LIMIT 1
            """, kiosk, keyHash
        ).map { try Certificate(derEncoded: Array(try $0.blob("content"))) }
    }

    fileprivate func keep(_ certificate: Certificate, of kiosk: String, keyHash: String, at now: Date) throws {
        let der = try certificate.der
        try run(
            """
            INSERT INTO kiosk_certificates (fingerprint, kiosk, key_hash, content, issued_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """, SHA256.hash(data: der).hex, kiosk, keyHash, der, now, certificate.notValidAfter)
    }
}

extension Certificate {
    var der: Data {
        get throws {
            var serializer = DER.Serializer()
            try serializer.serialize(self)
            return Data(serializer.serializedBytes)
        }
    }
}

import CentralAPI
import Core
import Documents
import Foundation

/// The CSC API v1 over the persons' keys. A key signs only what its owner has released by a code: credentials/authorize
/// binds the release to the very hash, signatures/signHash uses it up.
extension Registry {
    func listCredentials(for person: PersonID) async throws -> CSC.CredentialsList {
        let credential = try await database.read { try $0.credential(of: person) }
        return CSC.CredentialsList(credentialIDs: credential.map { [$0.id] } ?? [])
    }

    func credentialInfo(
        _ request: CSC.CredentialsInfoRequest, for person: PersonID
    ) async throws -> CSC.CredentialsInfo {
        let credential = try await credential(request.credentialID, of: person)
        let certificates: [Data]? =
            switch request.certificates {
            case "none": nil
            case "chain": [credential.certificate, Data(authority.root)]
            default: [credential.certificate]
            }
        return CSC.CredentialsInfo(
            description: "个人数字证书",
            key: .init(status: "enabled", algo: [CSC.ecdsaWithSHA256], len: 256, curve: CSC.curveP256),
            cert: .init(status: "valid", certificates: certificates), authMode: "explicit", SCAL: "2",
            OTP: .init(presence: "true", type: "online", format: "N"), multisign: 1)
    }

    func sendOTP(_ request: CSC.SendOTPRequest, for person: PersonID) async throws -> CodeTicket {
        _ = try await credential(request.credentialID, of: person)
        let ticket = try await database.write { [self] session in
            guard let phone = try session.person(person)?.phone else { throw Problem(.notFound) }
            return try issueCode(.signing, for: person, to: phone, in: session)
        }
        await bells.messages.ring()
        return ticket
    }

    func authorize(
        _ request: CSC.AuthorizeRequest, for person: PersonID, kiosk: String
    ) async throws -> CSC.Authorization {
        guard request.numSignatures == 1, request.hash.count == 1, let hash = request.hash.first, hash.count == 32
        else { throw Problem(.algorithmUnsupported) }
        let credential = try await credential(request.credentialID, of: person)
        let token = world.token()
        let check = try await database.write { [self] session in
            let check = try checkCode(request.OTP, .signing, of: person, in: session)
            guard case .right = check else { return check }
            let now = world.now()
            try session.run("DELETE FROM releases WHERE expires_at < ?", now)
            try session.run(
                "INSERT INTO releases (sad_hash, credential, document_hash, expires_at) VALUES (?, ?, ?, ?)",
                vault.hash(token, for: .tokens), credential.id, hash,
                now.addingTimeInterval(TimeInterval(Self.releaseSeconds)))
            try session.audit("key released \(credential.id)", by: kiosk, at: now)
            return check
        }
        _ = try check.get()
        return CSC.Authorization(SAD: WireSecret(token), expiresIn: Self.releaseSeconds)
    }

    func signHash(_ request: CSC.SignHashRequest, for person: PersonID, kiosk: String) async throws -> CSC.Signatures {
        guard request.hashAlgo == CSC.sha256, request.signAlgo == CSC.ecdsaWithSHA256, request.hash.count == 1,
            let hash = request.hash.first
        else { throw Problem(.algorithmUnsupported) }
        let credential = try await credential(request.credentialID, of: person)
        let sad = vault.hash(request.SAD.text, for: .tokens)
        let released = try await database.write { [now = world.now()] session in
            let row = try session.row(
                "DELETE FROM releases WHERE sad_hash = ? AND credential = ? RETURNING document_hash, expires_at", sad,
                credential.id)
            try session.audit("key used \(credential.id)", by: kiosk, at: now)
            return try row.flatMap { try $0.date("expires_at") > now ? try $0.blob("document_hash") : nil }
        }
        guard let released else { throw Problem(.releaseExpired) }
        guard released == hash else { throw Problem(.hashNotReleased) }
        return CSC.Signatures(signatures: [try sign(hash, with: credential)])
    }

    private static let releaseSeconds = 120

    private func credential(_ id: String, of person: PersonID) async throws -> Credential {
        let found = try await database.read { try $0.credential(of: person) }
        guard let found, found.id == id else { throw Problem(.notFound) }
        return found
    }
}

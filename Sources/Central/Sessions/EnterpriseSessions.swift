import CentralAPI
import Core
import Crypto
import Foundation

extension Registry {
    /// Two minutes, for this kiosk, once.
    func requestChallenge(kiosk: String) async throws -> EnterpriseChallenge {
        let challenge = EnterpriseChallenge(id: world.uuid(), bytes: world.bytes(32))
        let now = world.now()
        try await database.write { session in
            try session.run("DELETE FROM challenges WHERE expires_at < ?", now)
            try session.run(
                "INSERT INTO challenges (id, kiosk, bytes, expires_at) VALUES (?, ?, ?, ?)", challenge.id, kiosk,
                challenge.bytes, now.addingTimeInterval(120))
        }
        return challenge
    }

    /// §用户登录 4: chain, validity, credit code and possession of the key.
    func openEnterpriseSession(_ answer: ChallengeAnswer, kiosk: String) async throws -> EnterpriseSession {
        guard try await spend(answer.challenge, kiosk: kiosk) else {
            throw Problem(.certificateRejected, finding: .keyNotProved)
        }
        let code = try await creditCode(provedBy: answer)
        return try await database.write { [self] session in
            guard let enterprise = try session.enterprise(code) else { throw Problem(.enterpriseUnknown) }
            let token = try openSession(.enterprise(code), kiosk: kiosk, in: session)
            try session.audit("enterprise session opened \(code)", by: kiosk, at: world.now())
            return EnterpriseSession(
                token: token, enterprise: enterprise,
                applications: try session.applications(of: .enterprise(code)).map(\.status))
        }
    }

    private func creditCode(provedBy answer: ChallengeAnswer) async throws -> CreditCode {
        do {
            return try await trust.creditCode(
                of: answer.certificate, signature: answer.signature, over: answer.challenge.bytes, at: world.now())
        } catch {
            throw Problem(.certificateRejected, finding: error)
        }
    }

    /// Takes the challenge out, whatever comes of the answer: a second answer to it is never looked at.
    func spend(_ challenge: EnterpriseChallenge, kiosk: String) async throws -> Bool {
        let now = world.now()
        return try await database.write { session in
            let row = try session.row(
                "DELETE FROM challenges WHERE id = ? AND kiosk = ? RETURNING bytes, expires_at", challenge.id, kiosk)
            guard let row else { return false }
            return try row.blob("bytes") == challenge.bytes && row.date("expires_at") > now
        }
    }
}

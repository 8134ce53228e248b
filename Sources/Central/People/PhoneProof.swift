import CentralAPI
import Core
import Foundation

extension Registry {
    func requestPhoneCode(_ phone: PhoneNumber, for person: PersonID) async throws -> CodeTicket {
        let ticket = try await database.write { [self] in
            try issueCode(.phone, for: person, to: phone, in: $0)
        }
        await bells.messages.ring()
        return ticket
    }

    /// 新用户注册: the phone is proved, the person gets a key at the remote signing service and a certificate for it.
    func registerApplicant(_ proof: PhoneProof, for caller: Session) async throws -> ApplicantSession {
        let id = try caller.applicant()
        let outcome = try await database.write { [self] session -> (CodeCheck, ApplicantSession?) in
            let check = try checkCode(proof.code, .phone, of: id, ticket: proof.ticket, in: session)
            guard case .right(let phone) = check else { return (check, nil) }
            try session.keepPhone(phone, of: id)
            guard let person = try session.person(id) else { throw Problem(.sessionEnded) }
            try provideCredential(for: person, in: session)
            try session.audit("applicant registered", by: caller.kiosk, at: world.now())
            return (check, try applicantSession(of: person, token: caller.token, in: session))
        }
        _ = try outcome.0.get()
        guard let session = outcome.1 else { throw Problem(.codeExpired) }
        return session
    }
}

extension Session {
    /// - Throws: `sessionEnded` for any other session: to an applicant's endpoint it is none.
    func applicant() throws(Problem) -> PersonID {
        switch subject {
        case .applicant(let id): return id
        case .enterprise, .staff: throw Problem(.sessionEnded)
        }
    }
}

import CentralAPI
import Core
import Documents

extension Registry {
    /// A staff card opens its session alone: chain, validity, role and possession of the key, by challenge.
    func openStaffSession(_ answer: ChallengeAnswer, kiosk: String) async throws -> StaffSession {
        guard try await spend(answer.challenge, kiosk: kiosk) else {
            throw Problem(.certificateRejected, finding: .keyNotProved)
        }
        let member = try await staffMember(provedBy: answer)
        return try await database.write { [self] session in
            let token = try openSession(.staff(member), kiosk: kiosk, in: session)
            try session.audit("staff session opened \(member)", by: kiosk, at: world.now())
            return StaffSession(token: token, member: member)
        }
    }

    private func staffMember(provedBy answer: ChallengeAnswer) async throws -> StaffMember {
        guard let staffTrust else { throw Problem(.certificateRejected, finding: .untrusted) }
        do throws(StaffFault) {
            return try await staffTrust.member(
                of: answer.certificate, signature: answer.signature, over: answer.challenge.bytes, at: world.now())
        } catch {
            switch error {
            case .rejected(let finding): throw Problem(.certificateRejected, finding: finding)
            case .listMissing: throw Problem(.certificateRejected, finding: .untrusted)
            case .noRole, .visitOpen, .notSetUp: throw Problem(.notPermitted)
            }
        }
    }
}

extension Session {
    /// - Throws: `sessionEnded` for an applicant's or an enterprise's session, to which staff's endpoints do not exist;
    ///   `notPermitted` for a technician's.
    func hallStaff() throws(Problem) -> StaffMember {
        switch subject {
        case .applicant, .enterprise: throw Problem(.sessionEnded)
        case .staff(let member):
            switch member.role {
            case .hallStaff: return member
            case .technician: throw Problem(.notPermitted)
            }
        }
    }
}

import CentralAPI
import Core

extension Registry {
    /// 登记签名: of a person whose phone is proved; it stands on every form signed from then on.
    func keepSignature(_ mark: SignatureMark, for caller: Session) async throws -> Nothing {
        let id = try caller.applicant()
        try await database.write { [self] session in
            guard let person = try session.person(id), person.phone != nil else { throw Problem(.sessionEnded) }
            try session.keepSignature(mark, of: id)
            try session.audit("signature registered", by: caller.kiosk, at: world.now())
        }
        return Nothing()
    }

    func signature(_ question: Nothing, for caller: Session) async throws -> RegisteredSignature {
        let id = try caller.applicant()
        return try await database.read { RegisteredSignature(mark: try $0.person(id)?.signature) }
    }
}

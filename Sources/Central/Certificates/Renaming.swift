import CentralAPI
import Core
import Foundation

// 企业名称变更: the register has the new name, and the certificates follow.
extension Registry {
    func renameOffer(for caller: Session) async throws -> RenameOffer {
        let code = try caller.enterprise()
        let day = today
        return try await database.read { session in
            guard let enterprise = try session.enterprise(code) else { throw Problem(.notFound) }
            let certificates = try session.certificates(toRename: enterprise, on: day)
            return RenameOffer(
                enterprise: enterprise, oldNames: certificates.oldNames, entries: try session.entries(of: certificates))
        }
    }

    func renameList(_ entry: EntryID, for caller: Session) async throws -> RenameList {
        let code = try caller.enterprise()
        return try await database.read { session in
            let row = try session.row(
                "SELECT content FROM renames WHERE entry = ? AND enterprise_code = ?", entry, code)
            guard let row else { throw Problem(.notFound) }
            return try row.json(RenameList.self, "content")
        }
    }
}

extension Session {
    /// - Throws: `sessionEnded` for any other session: to an enterprise’s endpoint it is none.
    fileprivate func enterprise() throws(Problem) -> CreditCode {
        guard case .enterprise(let code) = subject else { throw Problem(.sessionEnded) }
        return code
    }
}

extension SQLSession {
    /// Exactly those under the credit code that are in force and have another name than the register.
    func certificates(toRename enterprise: Enterprise, on day: CivilDate) throws -> [RegistrationCertificate] {
        try certificates(under: enterprise.code).filter { $0.enterprise.name != enterprise.name && $0.isValid(on: day) }
    }

    func entries(of certificates: [RegistrationCertificate]) throws -> [RenameList.Entry] {
        try certificates.map { certificate in
            RenameList.Entry(
                number: certificate.number,
                maskedName: try holderName(of: certificate.holder).map(Masking.name) ?? "*",
                maskedIDNumber: certificate.holder.masked)
        }
    }
}

extension [RegistrationCertificate] {
    /// Each once, in the order of the certificates.
    var oldNames: [String] {
        reduce(into: []) { names, certificate in
            if !names.contains(certificate.enterprise.name) { names.append(certificate.enterprise.name) }
        }
    }
}

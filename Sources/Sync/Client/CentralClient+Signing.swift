import CentralAPI
package import Core
package import Foundation

extension CentralClient: RemoteSigning {
    package func credential(session: SessionToken) async throws(StoreFault) -> SigningCredential {
        let list = try await ask(Endpoints.credentialsList, CSC.CredentialsListRequest(), session: session)
        guard let id = list.credentialIDs.first else { throw .notFound }
        let request = CSC.CredentialsInfoRequest(credentialID: id)
        let info = try await ask(Endpoints.credentialsInfo, request, session: session)
        guard let certificates = info.cert.certificates, !certificates.isEmpty else { throw .misunderstood }
        return SigningCredential(id: id, certificates: certificates)
    }

    package func sendCode(
        _ credential: SigningCredential.ID, session: SessionToken
    ) async throws(StoreFault) -> CodeTicket {
        try await ask(Endpoints.sendOTP, CSC.SendOTPRequest(credentialID: credential), session: session)
    }

    package func sign(
        _ hash: Data, credential: SigningCredential.ID, code: Secret, session: SessionToken
    ) async throws(StoreFault) -> Data {
        let authorize = CSC.AuthorizeRequest(credentialID: credential, hash: [hash], OTP: WireSecret(code))
        let release = try await ask(Endpoints.authorize, authorize, session: session)
        let request = CSC.SignHashRequest(credentialID: credential, SAD: release.SAD, hash: [hash])
        let signatures = try await ask(Endpoints.signHash, request, session: session).signatures
        guard signatures.count == 1 else { throw .misunderstood }
        return signatures[0]
    }
}

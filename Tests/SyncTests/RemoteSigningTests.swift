import CentralAPI
import Core
import Foundation
import Testing

@testable import Sync

@Suite struct RemoteSigningTests {
    private let hash = Data(repeating: 7, count: 32)
    private let signature = Data(repeating: 8, count: 70)
    private let chain = [Data([1]), Data([2])]

    @Test func `the code releases the key for this hash, and the release signs it`() async throws {
        let asked = Box<[ScriptedRequest]>([])
        try await withHall(script: script(asked)) { hall in
            let credential = try await hall.client.credential(session: Sample.token)
            #expect(credential == SigningCredential(id: "credential-1", certificates: chain))
            let ticket = try await hall.client.sendCode(credential.id, session: Sample.token)
            #expect(try ticket == Sample.ticket())
            let signed = try await hall.client.sign(
                hash, credential: credential.id, code: Secret(Sample.code), session: Sample.token)
            #expect(signed == signature)
        }
        let requests = asked.value
        #expect(
            requests.map(\.target) == [
                "/csc/v1/credentials/list", "/csc/v1/credentials/info", "/csc/v1/credentials/sendOTP",
                "/csc/v1/credentials/authorize", "/csc/v1/signatures/signHash",
            ])
        #expect(requests.allSatisfy { $0.headers["authorization"] == "Bearer \(Sample.token.text)" })
        let authorize = try requests[3].decoded(CSC.AuthorizeRequest.self)
        #expect(authorize.hash == [hash])
        #expect(authorize.OTP.text == Sample.code)
        let sign = try requests[4].decoded(CSC.SignHashRequest.self)
        #expect(sign.hash == [hash])
        #expect(sign.SAD.text == "released")
    }

    @Test(arguments: [StoreFault.wrongCode(triesLeft: 4), .codeExpired, .sessionEnded])
    func `a wrong code signs nothing`(fault: StoreFault) async throws {
        let targets = Box<[String]>([])
        let script: ScriptedServer.Script = { request in
            targets.change { $0.append(request.target) }
            return try .problem(Problem(fault))
        }
        try await withHall(script: script) { hall in
            await #expect(throws: fault) {
                try await hall.client.sign(
                    hash, credential: "credential-1", code: Secret("000000"), session: Sample.token)
            }
        }
        #expect(targets.value == [Endpoints.authorize.path])
    }

    @Test func `a person without a credential is told so`() async throws {
        try await withHall(script: { _ in try .ok(CSC.CredentialsList(credentialIDs: [])) }) { hall in
            await #expect(throws: StoreFault.notFound) { try await hall.client.credential(session: Sample.token) }
        }
    }

    private func script(_ asked: Box<[ScriptedRequest]>) -> ScriptedServer.Script {
        { [chain, signature] request in
            asked.change { $0.append(request) }
            switch request.target {
            case Endpoints.credentialsList.path: return try .ok(CSC.CredentialsList(credentialIDs: ["credential-1"]))
            case Endpoints.credentialsInfo.path: return try .ok(Self.info(chain))
            case Endpoints.sendOTP.path: return try .ok(try Sample.ticket())
            case Endpoints.authorize.path:
                return try .ok(CSC.Authorization(SAD: WireSecret("released"), expiresIn: 300))
            default: return try .ok(CSC.Signatures(signatures: [signature]))
            }
        }
    }

    private static func info(_ chain: [Data]) -> CSC.CredentialsInfo {
        CSC.CredentialsInfo(
            description: "personal certificate",
            key: CSC.Key(status: "enabled", algo: [CSC.ecdsaWithSHA256], len: 256, curve: CSC.curveP256),
            cert: CSC.Certificate(status: "valid", certificates: chain), authMode: "explicit", SCAL: "2",
            OTP: CSC.OneTimePassword(presence: "true", type: "online", format: "N"), multisign: 1)
    }
}

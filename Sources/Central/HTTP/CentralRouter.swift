import CentralAPI
import Core
import Foundation
import Hummingbird

extension Registry {
    /// Every endpoint of the contract with its handler.
    func router() -> Router<KioskContext> {
        let router = Router(context: KioskContext.self)
        router.add(middleware: KioskIdentification())
        router.add(middleware: RequestLog())
        router.add(middleware: ProblemRendering(uuid: world.uuid))
        router.add(middleware: KioskGate(registry: self))
        let routing = EndpointRouting(router: router, registry: self)
        addSessions(to: routing)
        addRegister(to: routing)
        addApplications(to: routing)
        addSigning(to: routing)
        addStaff(to: routing)
        addCertificates(to: routing)
        addFleet(to: routing)
        EnrolmentRouting(router: router, registry: self).add()
        return router
    }

    private func addSessions(to routing: EndpointRouting) {
        routing.on(Endpoints.openApplicantSession, kiosk: openApplicantSession)
        routing.on(Endpoints.requestChallenge, kiosk: { _, kiosk in try await requestChallenge(kiosk: kiosk) })
        routing.on(Endpoints.openEnterpriseSession, kiosk: openEnterpriseSession)
        routing.on(
            Endpoints.requestPhoneCode,
            session: { request, caller in
                try await requestPhoneCode(request.phone, for: caller.applicant())
            })
        routing.on(Endpoints.registerApplicant, session: registerApplicant)
        routing.on(Endpoints.keepSignature, session: keepSignature)
        routing.on(Endpoints.signature, session: signature)
    }

    private func addRegister(to routing: EndpointRouting) {
        routing.on(
            Endpoints.verifyEnterprise,
            kiosk: { request, _ in
                try await verifyEnterprise(named: request.name)
            })
        routing.on(
            Endpoints.enterpriseRegister,
            kiosk: { cursor, _ in
                try await enterpriseRegister(after: cursor.after)
            })
    }

    private func addApplications(to routing: EndpointRouting) {
        routing.on(Endpoints.applications, session: { _, caller in try await applications(for: caller) })
        routing.on(Endpoints.registration, session: { try await registration($0.application, for: $1) })
        routing.on(Endpoints.paper, session: { try await paper($0, for: $1) })
        routing.on(Endpoints.notice, session: { try await notice(of: $0.application, for: $1) })
        routing.on(Endpoints.orderOwnCopy, session: orderOwnCopy)
        routing.on(Endpoints.submit, kiosk: submit)
        routing.on(Endpoints.changes, kiosk: changes)
        routing.on(Endpoints.openUpload, session: openUpload)
        routing.on(Endpoints.takeUpload, session: takeUpload)
        routing.on(Endpoints.openDownload, session: openDownload)
        routing.on(Endpoints.openCertificateDownload, session: openDownload)
        routing.on(Endpoints.callStaff, kiosk: callStaff)
        routing.on(Endpoints.keepSupportBundle, kiosk: keepSupportBundle)
    }

    private func addCertificates(to routing: EndpointRouting) {
        routing.on(Endpoints.certificates, session: { _, caller in try await certificates(for: caller) })
        routing.on(Endpoints.certificatePaper, session: { try await certificatePaper($0.certificate, for: $1) })
        routing.on(Endpoints.renameOffer, session: { _, caller in try await renameOffer(for: caller) })
        routing.on(Endpoints.renameList, session: { try await renameList($0.entry, for: $1) })
    }

    private func addFleet(to routing: EndpointRouting) {
        routing.on(Endpoints.report, kiosk: takeReport)
        routing.raw(Endpoints.releasePiece, kiosk: releasePiece)
    }

    private func addStaff(to routing: EndpointRouting) {
        routing.on(Endpoints.storeTime, kiosk: { _, _ in StoreTime(now: world.now()) })
        routing.on(Endpoints.openStaffSession, kiosk: openStaffSession)
        routing.on(Endpoints.findForStaff, session: find)
        routing.on(Endpoints.orderCopy, session: orderCopy)
    }

    private func addSigning(to routing: EndpointRouting) {
        routing.on(
            Endpoints.credentialsList,
            session: { _, caller in
                try await listCredentials(for: caller.applicant())
            })
        routing.on(Endpoints.credentialsInfo, session: { try await credentialInfo($0, for: $1.applicant()) })
        routing.on(Endpoints.sendOTP, session: { try await sendOTP($0, for: $1.applicant()) })
        routing.on(
            Endpoints.authorize,
            session: {
                try await authorize($0, for: $1.applicant(), kiosk: $1.kiosk)
            })
        routing.on(
            Endpoints.signHash,
            session: {
                try await signHash($0, for: $1.applicant(), kiosk: $1.kiosk)
            })
    }
}

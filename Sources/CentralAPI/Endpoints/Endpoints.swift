package import Core

/// Every endpoint of the central store, in one place (docs/central-api.md prints this table).
package enum Endpoints {
    package static let openApplicantSession =
        Endpoint<IdentityRecord, ApplicantSession>(.post, "/v1/sessions/applicant", .kiosk)
    package static let requestChallenge =
        Endpoint<Nothing, EnterpriseChallenge>(.post, "/v1/sessions/challenge", .kiosk)
    package static let openEnterpriseSession =
        Endpoint<ChallengeAnswer, EnterpriseSession>(.post, "/v1/sessions/enterprise", .kiosk)

    package static let requestPhoneCode =
        Endpoint<PhoneCodeRequest, CodeTicket>(.post, "/v1/phone/code", .applicant)
    package static let registerApplicant =
        Endpoint<PhoneProof, ApplicantSession>(.post, "/v1/phone/proof", .applicant)

    package static let keepSignature = Endpoint<SignatureMark, Nothing>(.post, "/v1/signature", .applicant)
    package static let signature = Endpoint<Nothing, RegisteredSignature>(.get, "/v1/signature", .applicant)

    package static let verifyEnterprise =
        Endpoint<EnterpriseName, Enterprise>(.post, "/v1/enterprises/verification", .kiosk)
    package static let enterpriseRegister =
        Endpoint<RegisterCursor, EnterpriseRegisterPage>(.get, "/v1/enterprises", .kiosk)

    package static let applications =
        Endpoint<Nothing, [ApplicationStatus]>(.get, "/v1/applications", .session)
    package static let registration =
        Endpoint<ApplicationReference, Registration>(.get, "/v1/applications/{application}", .session)
    package static let paper =
        Endpoint<PaperReference, PaperContent>(.get, "/v1/applications/{application}/papers/{digest}", .session)
    package static let notice =
        Endpoint<ApplicationReference, AcceptanceNotice>(.get, "/v1/applications/{application}/notice", .session)

    /// Gives the next copy its number; applicants and enterprises print under numbers of the store's too.
    package static let orderOwnCopy = Endpoint<OwnCopyRequest, CopyOrder>(.post, "/v1/copies", .session)

    package static let certificates =
        Endpoint<Nothing, [RegistrationCertificate]>(.get, "/v1/certificates", .applicant)
    /// The signed PDF, once the holder has collected it.
    package static let certificatePaper =
        Endpoint<CertificateReference, CertificateEdition>(.get, "/v1/certificates/{certificate}/paper", .applicant)
    package static let renameOffer = Endpoint<Nothing, RenameOffer>(.get, "/v1/rename", .session)
    package static let renameList = Endpoint<RenameReference, RenameList>(.get, "/v1/renames/{entry}", .session)

    package static let submit = Endpoint<OutboxEntry, EntryReceipt>(.post, "/v1/entries", .kiosk)
    package static let changes = Endpoint<ChangeCursor, ChangePage>(.get, "/v1/changes", .kiosk)

    /// A page for the person's phone, good once: its address goes into a QR code. 404 when the store has no such page.
    package static let openUpload = Endpoint<UploadRequest, UploadTicket>(.post, "/v1/uploads", .applicant)
    /// What the phone has brought; waits, and says the same when asked again.
    package static let takeUpload = Endpoint<UploadReference, UploadState>(.get, "/v1/uploads/{upload}", .session)
    /// The way back: a paper for the person's phone.
    package static let openDownload = Endpoint<PaperReference, UploadTicket>(
        .post, "/v1/applications/{application}/papers/{digest}/download", .session)
    package static let openCertificateDownload = Endpoint<CertificateReference, UploadTicket>(
        .post, "/v1/certificates/{certificate}/download", .applicant)

    /// Tells the hall's staff by text message; 404 when the store has no number for them.
    package static let callStaff = Endpoint<StaffCall, Nothing>(.post, "/v1/staff-calls", .kiosk)

    /// A kiosk's support bundle, sealed for the site's key; the store keeps the newest few of each.
    package static let keepSupportBundle = Endpoint<SupportUpload, Nothing>(.post, "/v1/kiosk/support", .kiosk)
    /// How this kiosk is; answered with what is meant for it.
    package static let report = Endpoint<KioskReport, KioskInstructions>(.post, "/v1/kiosk/report", .kiosk)
    /// Raw bytes of an update that is offered to this kiosk, a piece of at most 1 MiB; 404 once it is not any more.
    package static let releasePiece =
        Endpoint<ReleaseReference, RawBytes>(.get, "/v1/kiosk/releases/{digest}", .kiosk)

    package static let storeTime = Endpoint<Nothing, StoreTime>(.get, "/v1/time", .kiosk)
    package static let openStaffSession =
        Endpoint<ChallengeAnswer, StaffSession>(.post, "/v1/sessions/staff", .kiosk)
    package static let findForStaff =
        Endpoint<StaffQuery, [StaffApplication]>(.post, "/v1/staff/search", .hallStaff)
    /// Gives the next copy its number and notes who orders it and why.
    package static let orderCopy = Endpoint<CopyRequest, CopyOrder>(.post, "/v1/staff/copies", .hallStaff)

    // Cloud Signature Consortium API v1.0.4: paths and JSON as the specification names them.
    package static let credentialsList =
        Endpoint<CSC.CredentialsListRequest, CSC.CredentialsList>(.post, "/csc/v1/credentials/list", .applicant)
    package static let credentialsInfo =
        Endpoint<CSC.CredentialsInfoRequest, CSC.CredentialsInfo>(.post, "/csc/v1/credentials/info", .applicant)
    /// The specification answers 204; this store answers with the ticket, so that the screen can count down.
    package static let sendOTP =
        Endpoint<CSC.SendOTPRequest, CodeTicket>(.post, "/csc/v1/credentials/sendOTP", .applicant)
    package static let authorize =
        Endpoint<CSC.AuthorizeRequest, CSC.Authorization>(.post, "/csc/v1/credentials/authorize", .applicant)
    package static let signHash =
        Endpoint<CSC.SignHashRequest, CSC.Signatures>(.post, "/csc/v1/signatures/signHash", .applicant)

    package static let all: [EndpointSummary] = [
        openApplicantSession.summary, requestChallenge.summary, openEnterpriseSession.summary,
        requestPhoneCode.summary, registerApplicant.summary, keepSignature.summary, signature.summary,
        verifyEnterprise.summary, enterpriseRegister.summary,
        applications.summary, registration.summary, paper.summary, notice.summary, orderOwnCopy.summary,
        certificates.summary, certificatePaper.summary,
        renameOffer.summary, renameList.summary, submit.summary, changes.summary,
        openUpload.summary, takeUpload.summary, openDownload.summary,
        openCertificateDownload.summary,
        callStaff.summary, keepSupportBundle.summary, report.summary, releasePiece.summary, storeTime.summary,
        openStaffSession.summary, findForStaff.summary, orderCopy.summary,
        credentialsList.summary, credentialsInfo.summary, sendOTP.summary, authorize.summary, signHash.summary,
    ]
}

package import Core

/// A paper that its owner takes along: on the own stick, or by a code on the own phone.
package struct TakeAlong: Hashable, Sendable {
    package let origin: Origin
    package var phase = Phase.choosing

    /// Where the person comes from and goes back to.
    package enum Origin: Hashable, Sendable {
        case certificate(CertificateDesk)
        case application(ApplicationDetail, PaperDigest)
    }

    package enum Phase: Hashable, Sendable {
        case choosing
        /// The stick must stay in.
        case writing
        case onStick(name: String)
        /// For the phone; nil while the store is asked.
        case code(OpenedUpload?, isOpened: Bool)
        case onPhone
    }

    package var paper: TakenPaper {
        switch origin {
        case .certificate(let desk): .certificate(desk.certificate.id)
        case .application(let detail, let digest): .form(detail.id, digest)
        }
    }

    /// Nil unless a phone is being waited for.
    var code: (opened: OpenedUpload?, isOpenedByPhone: Bool)? {
        if case .code(let opened, let isOpened) = phase { (opened, isOpened) } else { nil }
    }
}

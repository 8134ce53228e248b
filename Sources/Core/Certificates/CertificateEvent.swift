/// What can happen to a registration certificate.
package enum CertificateEvent: Hashable, Sendable, Codable {
    /// 纸质证书换领电子证书: the holder's photo goes on the electronic one.
    case exchange(photo: FileReference)
    /// 领证: the holder has confirmed and receives the PDF.
    case collect
    /// 企业名称变更: the same employer under its new name in the enterprise register.
    case rename(to: Enterprise)
    /// An approved 延续注册: another term from the end of the present one; with a new photo if the holder has brought one.
    case renew(photo: FileReference?)
    /// A sealed 注销注册.
    case cancel

    package enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        case exchange, collect, rename, renew, cancel
    }

    package var name: Name {
        switch self {
        case .exchange: .exchange
        case .collect: .collect
        case .rename: .rename
        case .renew: .renew
        case .cancel: .cancel
        }
    }
}

extension CertificateEvent.Name {
    package var permittedRoles: Set<Actor.Role> {
        switch self {
        case .exchange, .collect: [.applicant]
        case .rename: [.enterprise]
        case .renew, .cancel: [.store]
        }
    }
}

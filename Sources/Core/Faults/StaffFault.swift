/// Why a staff card opens nothing.
package enum StaffFault: Error, Hashable, Sendable {
    /// The certificate names no role, or no staff number.
    case noRole
    case rejected(CertificateFinding)
    /// Somebody is being served; the visit goes on.
    case visitOpen
    /// This kiosk or its store has no root for staff cards.
    case notSetUp
    /// The list of cards that were taken back is old, or cannot be read.
    case listMissing
}

extension StaffFault: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .noRole:
            FaultAdvice(
                "W-801", "这张工作卡没有写明岗位，请换卡或联系发卡人。",
                "This staff card names no role. Please use another card or ask its issuer.",
                staff: "联系发卡人补写岗位和工号。", technician: "certificate 9E: no known OU, or no serialNumber")
        case .rejected(let finding):
            FaultAdvice(
                "W-802", "这张工作卡没有通过验证，请联系发卡人。", "This staff card is not accepted. Please ask its issuer.",
                staff: "联系发卡人换发工作卡。", technician: "certificate 9E: \(finding.rawValue)")
        case .visitOpen:
            FaultAdvice(
                "W-803", "有人正在办理，工作卡现在不能使用。请取出，等办理结束后再插。",
                "Somebody is being served. Please take the staff card out and come back later.",
                staff: "取出工作卡，等申请人退出后再插。", technician: "staff card in a visit: refused, the visit goes on")
        case .notSetUp:
            FaultAdvice(
                "W-804", "本机没有启用工作卡，请联系技术人员。", "Staff cards are not set up here. Please ask a technician.",
                staff: FaultAdvice.callTechnician, technician: "trust.staffRoots is missing in the settings")
        case .listMissing:
            FaultAdvice(
                "W-805", "工作卡的作废名单过期了，暂时不能使用，请联系技术人员。",
                "The list of lost staff cards is out of date. Please ask a technician.",
                staff: FaultAdvice.callTechnician,
                technician: "staffRevocations: no list of the staff's authority in force; renew the file")
        }
    }
}

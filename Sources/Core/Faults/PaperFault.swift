/// What the kiosk itself could not make of a paper. Nothing has been filed or printed then.
package enum PaperFault: String, Error, Hashable, Sendable, Codable, CaseIterable {
    case cannotTypeset
    /// A signature came back that does not verify.
    case signatureInvalid
    /// The signed form does not say what the registration says.
    case otherContent
    /// A paper of the office whose signature this kiosk cannot vouch for: it is neither shown nor printed.
    case notVerified
}

extension PaperFault: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .cannotTypeset:
            FaultAdvice(
                "G-651", "文件暂时无法生成，内容都保留着。请再试一次，或呼叫工作人员。",
                "The paper could not be made. Nothing is lost; please try again or call staff.",
                staff: FaultAdvice.callTechnician, technician: "typesetting failed: fonts, memory, or a bug")
        case .signatureInvalid:
            FaultAdvice(
                "G-652", "签名没有通过校验，没有提交。请再试一次。",
                "The signature did not verify and was not filed. Please try again.",
                staff: FaultAdvice.offerCounter, technician: "signature returned by key or card does not verify")
        case .otherContent:
            FaultAdvice(
                "G-653", "申请内容已有变化。请返回列表，重新打开核对。",
                "The application has changed. Please go back to the list and open it again.",
                staff: FaultAdvice.helpApplicant,
                technician: "the signed form at the store is missing or differs from its digest or registration")
        case .notVerified:
            FaultAdvice(
                "G-654", "这份文件的电子签章没有通过校验，本机不显示也不打印。请呼叫工作人员。",
                "The seal on this paper did not verify. It is neither shown nor printed; please call staff.",
                staff: FaultAdvice.callTechnician,
                technician:
                    "signature on a certificate or sealed form: compare trust.officeRoots (office-root.pem of the store)"
            )
        }
    }
}

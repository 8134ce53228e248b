extension SignatureFinding: Advised {
    package var advice: FaultAdvice {
        let (number, chinese, english, technician) = parts
        return FaultAdvice(
            "G-\(number)", chinese, english, staff: "请申请人重新签署；再次失败时通知技术人员，申请未受影响。",
            technician: technician)
    }

    private var parts: (number: Int, chinese: String, english: String, technician: String) {
        switch self {
        case .unreadable:
            (601, "签署文件无法读取，请重新签署。", "The signed file cannot be read. Please sign again.", "not a PDF, or damaged")
        case .missing:
            (602, "文件上没有找到签名，请重新签署。", "No signature was found. Please sign again.", "expected signature field is empty")
        case .broken:
            (
                603, "签名校验未通过，请重新签署。", "The signature does not verify. Please sign again.",
                "digest or signature value does not verify"
            )
        case .untrusted:
            (
                604, "签名证书不被认可，请到人工窗口。", "The signing certificate is not accepted. Go to the counter.",
                "no chain to the person root or an enterprise root"
            )
        case .expired:
            (
                605, "签名证书已过期，请更新证书后重新签署。", "The signing certificate has expired. Renew it, then sign again.",
                "certificate not valid at the time of signing"
            )
        case .wrongSigner:
            (
                606, "签名人与申请不符，请使用本申请的本人或企业证书签署。",
                "The signer does not belong to this application. Use the right certificate.",
                "subject of the certificate is not the applicant or not the employer"
            )
        case .modifiedAfterSigning:
            (
                607, "文件在签署后被改动，请重新签署。", "The file was changed after signing. Please sign again.",
                "a revision after the signature changes more than its signature"
            )
        case .otherContent:
            (
                608, "签署的内容与申请表不一致，请重新打开申请并签署。",
                "What was signed is not this form. Open the application again and sign it.",
                "typeset form differs from the signed revision"
            )
        }
    }
}

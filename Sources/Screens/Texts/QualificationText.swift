/// A qualification that the store does not know.
package enum QualificationText: TextKey {
    case section, place, placeEmpty, placeTitle, placeHint, number, numberEmpty, numberTitle, numberHint
    case date, dateEmpty, dateTitle, dateHint, scan, proof, photo, overdueNote

    package var phrase: Phrase {
        switch self {
        case .section: Phrase("资格证书（外省市签发）", "Qualification from another province")
        case .place: Phrase("签发地", "Issued in")
        case .placeEmpty: Phrase("点这里选省市", "Touch to choose the province")
        case .placeTitle: Phrase("资格证书是哪里签发的？", "Where was the certificate issued?")
        case .placeHint: Phrase("看证书上的印章", "See the seal on the certificate")
        case .number: Phrase("证书编号", "Number")
        case .numberEmpty: Phrase("点这里填写编号", "Touch to enter the number")
        case .numberTitle: Phrase("请输入资格证书编号", "Number of the certificate")
        case .numberHint: Phrase("照证书上的写，一位不差", "Exactly as on the certificate")
        case .date: Phrase("签发日期", "Issued on")
        case .dateEmpty: Phrase("点这里填写日期", "Touch to enter the date")
        case .dateTitle: Phrase("请输入签发日期", "Date of the certificate")
        case .dateHint: Phrase("八位数字，如 20240315", "Eight digits, such as 20240315")
        case .scan: Phrase("扫描件", "Scan")
        case .proof: Phrase("学时证明", "Proof")
        case .photo: Phrase("照片", "Photo")
        case .overdueNote: Phrase("逾期注册，还要继续教育学时和证明", "Overdue: education hours and their proof are needed")
        }
    }
}

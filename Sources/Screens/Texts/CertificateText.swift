/// 电子注册证书管理.
package enum CertificateText: TextKey {
    case title, entry, entryDetail, hint, nothing, validThrough, exchangeTitle, exchangeHint, collectTitle, collectHint
    case collectedTitle, collectedHint, voidTitle, issuedOn, expired, photoSpecification, photoChecked, photoMissing
    case exchangeOnce, issuedNote, renamedNote, voidNote, signedNote, preparing, notReady, exchangeNow, collectNow
    case print, collecting, exchanging, bringPhoto, photoBrought

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("电子注册证书管理", "My certificates")
        case .entry: Phrase("电子注册证书", "Certificates")
        case .entryDetail: Phrase("领取证书、纸质证书换电子证书", "Collect one, or exchange one on paper")
        case .hint: Phrase("点一本打开", "Touch one to open it")
        case .nothing: Phrase("没有查到您的注册证书。", "No certificate of yours is on record.")
        case .validThrough: Phrase("有效期至 {1}", "Valid to {1}")
        case .exchangeTitle: Phrase("纸质证书换领电子证书", "Exchange paper for electronic")
        case .exchangeHint: Phrase("请核对内容和照片，只能换领一次", "Check facts and photo; it is done once")
        case .collectTitle: Phrase("领证：请核对证书内容", "Collect: check the certificate")
        case .collectHint: Phrase("核对无误后点“确认领证”", "If all is right, collect it")
        case .collectedTitle: Phrase("电子注册证书", "Your certificate")
        case .collectedHint: Phrase("已加盖发证机关电子签章", "Signed by the issuing office")
        case .voidTitle: Phrase("注册证书（已作废）", "Certificate (void)")
        case .issuedOn: Phrase("发证日期", "Issued on")
        case .expired: Phrase("证书已过有效期，请办理初始注册。", "It has expired. Please register anew.")
        case .photoSpecification:
            Phrase("照片要求：一寸白底，295×413 像素，JPEG，10 至 200 KB", "Photo: one inch, white, 295×413 dots, JPEG, 10–200 KB")
        case .photoChecked: Phrase("系统中您的照片符合要求，印在电子证书上。", "Your photo on record will stand on it.")
        case .photoMissing: Phrase("系统中没有合格的照片，请上传照片。", "No good photo on record. Please bring one.")
        case .bringPhoto: Phrase("上传照片", "Another photo")
        case .photoBrought: Phrase("您上传的照片符合要求，印在电子证书上。", "Your new photo will stand on it.")
        case .exchangeOnce: Phrase("换领后纸质证书不再使用。", "The one on paper is not used any more.")
        case .issuedNote: Phrase("领取后可以打印、存到 U 盘或手机，随时再来也行。", "Once collected: print it or take it along, any time.")
        case .renamedNote: Phrase("企业已更名，请重新领取新名称的证书。", "Your employer has a new name: collect it again.")
        case .voidNote: Phrase("注册已注销，这本证书不再有效。", "The registration has ended; it is not valid.")
        case .signedNote: Phrase("证书已经签章并通过校验，可以打印或带走。", "Signed and verified: print it or take it along.")
        case .preparing: Phrase("正在生成并签章，请稍候…", "Being made and signed…")
        case .notReady: Phrase("证书还没有打开，请再试一次。", "Not opened. Please try again.")
        case .exchangeNow: Phrase("确认换领", "Exchange it")
        case .collectNow: Phrase("确认领证", "Collect it")
        case .print: Phrase("打印证书", "Print it")
        case .collecting: Phrase("正在领取证书", "Collecting the certificate")
        case .exchanging: Phrase("正在换领电子证书", "Exchanging the certificate")
        }
    }
}

/// 带走: a paper on the own stick or phone.
package enum TakeAlongText: TextKey {
    case certificateTitle, formTitle, hint, takeCertificate, takeForm, stickDetail, phoneDetail, writing, onStick
    case onPhone, phoneTitle, steps, opened, openedTitle, code

    package var phrase: Phrase {
        switch self {
        case .certificateTitle: Phrase("带走电子证书", "Take the certificate along")
        case .formTitle: Phrase("带走申请表", "Take the form along")
        case .hint: Phrase("存到您自己的 U 盘或手机", "On your own stick or phone")
        case .takeCertificate: Phrase("带走", "Take along")
        case .takeForm: Phrase("带走申请表 PDF", "Take the PDF along")
        case .stickDetail: Phrase("存一个 PDF，不动其他文件", "Stores one PDF, touches nothing else")
        case .phoneDetail: Phrase("手机扫码下载 PDF", "Scan a code, fetch the PDF")
        case .writing: Phrase("正在写入并核对，请不要拔出 U 盘…", "Writing and checking. Leave the stick in…")
        case .onStick: Phrase("已存好并核对：“{1}”。请拔下 U 盘。", "Stored and checked: “{1}”. Please take your stick.")
        case .onPhone: Phrase("手机已经下载。", "Your phone has fetched it.")
        case .phoneTitle: Phrase("请用手机扫码下载", "Fetch it with your phone")
        case .steps:
            Phrase(
                "打开手机相机或微信扫一扫，对准二维码，在手机上点“下载 PDF”。", "Point your camera at the code, then touch 下载 PDF on the phone.")
        case .opened: Phrase("手机已打开，请在手机上点“下载 PDF”", "Your phone has the page. Touch 下载 PDF there.")
        case .openedTitle: Phrase("请在手机上点“下载 PDF”", "Fetch it on your phone")
        case .code: Phrase("下载二维码", "Download code")
        }
    }
}

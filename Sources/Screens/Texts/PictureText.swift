/// Pictures, and what is drawn with a finger.
package enum PictureText: TextKey {
    case page, enlarge, shrink, turn, photo, photoUnreadable
    case signatureTitle, signatureHint, signatureCanvas, signatureUse, signatureEmpty, signatureSmall, signatureLong
    case signatureDone, signatureAgain, signatureUnable, signatureKeeping, stepSignature, signatureUndo
    case signatureBring, signatureBrought

    package var phrase: Phrase {
        switch self {
        case .page: Phrase("打印出来的样子，第 {1} 张，共 {2} 张", "As it is printed, sheet {1} of {2}")
        case .enlarge: Phrase("看打印出来的样子", "See it as printed")
        case .shrink: Phrase("缩小，看文字", "Smaller, as text")
        case .turn: Phrase("看第 {1} 张", "Sheet {1}")
        case .photo: Phrase("证件照片", "Photo")
        case .photoUnreadable:
            Phrase("照片打不开，请到人工窗口重新登记照片。", "The photo is damaged. Have a new one taken at the counter.")
        case .signatureTitle: Phrase("登记签名：请用手指签名", "Your signature: draw it with a finger")
        case .signatureHint: Phrase("在白框里写下您的姓名", "Write your name in the white box")
        case .signatureCanvas: Phrase("签名框", "Signature box")
        case .signatureUse: Phrase("只印在您签署的申请表上", "It stands on the forms that you sign, nowhere else")
        case .signatureEmpty: Phrase("请先在白框里签名", "Please draw your signature first")
        case .signatureSmall: Phrase("签得太小了，请签大一些", "Too small, please draw it larger")
        case .signatureLong: Phrase("笔画太多了，请重签", "Too many strokes, please start again")
        case .signatureDone: Phrase("签好了", "Done")
        case .signatureAgain: Phrase("重签", "Again")
        case .signatureUnable: Phrase("不便签写", "Cannot")
        case .signatureKeeping: Phrase("正在登记签名…", "Keeping it…")
        case .signatureBring: Phrase("用图片", "Picture")
        case .signatureBrought: Phrase("这是读到的签名，满意请点“签好了”", "This is what was read. Touch Done if it is right")
        case .signatureUndo: Phrase("撤一笔", "Undo")
        case .stepSignature: Phrase("签名", "Signature")
        }
    }
}

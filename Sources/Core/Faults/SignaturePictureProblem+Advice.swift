extension SignaturePictureProblem: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .notJPEG:
            FaultAdvice(
                "A-981", "这不是 JPEG 图片，请换一张。", "This is not a JPEG picture. Please choose another.",
                staff: FaultAdvice.helpApplicant, technician: "no JPEG, or one that cannot be decoded")
        case .blank:
            FaultAdvice(
                "A-982", "图片上没有找到签名，请用深色笔写在白纸上再拍。",
                "No signature was found. Please write it on white paper with a dark pen.",
                staff: FaultAdvice.helpApplicant, technician: "nothing stands out from the ground")
        case .tooSmall:
            FaultAdvice(
                "A-983", "图片上的签名太小，请靠近一些再拍。", "The signature is too small. Please take the picture closer.",
                staff: FaultAdvice.helpApplicant, technician: "so few dots that the hand cannot be made out")
        case .notASignature:
            FaultAdvice(
                "A-984", "这张图片不像手写签名，请换一张，只拍签名。",
                "This does not look like a signature. Please choose a picture of the signature alone.",
                staff: FaultAdvice.helpApplicant, technician: "covered with ink or lines")
        }
    }
}

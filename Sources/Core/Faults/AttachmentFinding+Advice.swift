extension AttachmentFinding: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .notPDF:
            FaultAdvice(
                "A-901", "这个文件不是 PDF，请换一个 PDF 文件。", "This file is not a PDF. Please choose a PDF.",
                staff: FaultAdvice.helpApplicant, technician: "no PDF header")
        case .noPages:
            FaultAdvice(
                "A-902", "这个 PDF 打不开或没有页，请重新扫描，或换一个文件。",
                "This PDF does not open or has no pages. Please scan it again or choose another.",
                staff: FaultAdvice.helpApplicant, technician: "PDF without a page tree that leads to a page")
        case .locked:
            FaultAdvice(
                "A-903", "这个 PDF 有密码，请换一个没有密码的文件。", "This PDF has a password. Please choose one without.",
                staff: FaultAdvice.helpApplicant, technician: "encrypted PDF")
        case .notJPEG:
            FaultAdvice(
                "A-904", "这个文件不是 JPEG 照片，请换一个。", "This file is not a JPEG photo. Please choose another.",
                staff: FaultAdvice.helpApplicant, technician: "no JPEG header")
        case .damagedPhoto:
            FaultAdvice(
                "A-905", "这张照片打不开，请换一张。", "This photo does not open. Please choose another.",
                staff: FaultAdvice.helpApplicant, technician: "JPEG cannot be decoded")
        case .wrongMeasure(let width, let height):
            FaultAdvice(
                "A-906", "照片须为 \(width)×\(height) 像素，请在屏幕上裁剪，或换一张。",
                "The photo must have \(width)×\(height) dots. Please crop it on the screen or choose another.",
                staff: FaultAdvice.helpApplicant, technician: "photo of another size")
        case .tooLarge(let limit):
            FaultAdvice(
                "A-907", "文件太大，不能超过 \(limit.inBytes)，请换一个。",
                "The file is larger than \(limit.inBytes). Please choose another.",
                staff: FaultAdvice.helpApplicant, technician: "more than \(limit) bytes")
        case .tooSmall(let minimum):
            FaultAdvice(
                "A-908", "文件太小，不能少于 \(minimum.inBytes)，请换一个。",
                "The file is smaller than \(minimum.inBytes). Please choose another.",
                staff: FaultAdvice.helpApplicant, technician: "fewer than \(minimum) bytes")
        case .otherContent:
            FaultAdvice(
                "A-909", "文件在传送中变了，请重新添加。", "The file changed on its way. Please add it again.",
                staff: FaultAdvice.helpApplicant, technician: "content differs from its digest")
        case .tooMany:
            FaultAdvice(
                "A-910", "这份申请的文件太多了，请到人工窗口办理。",
                "Too many files were added to this application. Please go to the counter.",
                staff: FaultAdvice.offerCounter, technician: "limit of files for one application reached")
        }
    }
}

extension Int {
    /// A number of bytes as people read it.
    fileprivate var inBytes: String { self % 1_048_576 == 0 ? "\(self / 1_048_576) MB" : "\(self / 1024) KB" }
}

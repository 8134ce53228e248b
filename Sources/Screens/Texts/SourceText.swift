/// Files of a form: where they come from, and a look at them.
package enum SourceText: TextKey {
    case sourceTitle, sourceHint, photoHint, stick, stickDetail, phone, phoneDetail, scanner, scannerDetail
    case noStickHere, stickMissing, noPhoneHere, phoneOffline, noScannerHere, scanning, remove, useRecord
    case stickTitle, stickHint, stickHintPhoto, folder, fits, notPDF, notJPEG, tooLarge, emptyFolder, cutOff, reading,
        up
    case reviewTitle, photoReviewTitle, reviewHint, croppedHint, pages, size, noPicture, before, after, agree
    case mustAgree, useThis, another
    case phoneTitle, phoneHint, phoneSteps, phoneOpened, phoneCode, phoneAsking, phoneUntil, newCode
    case absent
    case signatureName, signatureHint, phoneSignatureDetail
    case scanTitle, scanHint, scanHintPhoto, scanHintSignature, scanFeeder, scanGlass, scanGlassPhoto, scanBehind
    case scannerAsking, scannerLoaded, scannerGlass, scannerNoPaper, scanStart, scanStop, scanned, scanReduced, rescan
    case addPages, scannerReady, phoneUntilTitle, phoneOpenedTitle

    package var phrase: Phrase {
        switch self {
        case .sourceTitle: Phrase("添加{1}", "Add the {1}")
        case .sourceHint: Phrase("PDF 文件，不超过 2 MB。文件在哪里？", "A PDF of at most 2 MB. Where is it?")
        case .photoHint: Phrase("JPEG 照片，尺寸不合会帮您裁剪", "A JPEG photo; it can be cut to size here")
        case .stick: Phrase("U 盘", "USB stick")
        case .stickDetail: Phrase("从 U 盘里选文件", "Choose a file on the stick")
        case .phone: Phrase("手机", "Phone")
        case .phoneDetail: Phrase("手机扫码上传，也可以拍照", "Scan a code, send a file or take a photo")
        case .scanner: Phrase("扫描仪", "Scanner")
        case .scannerDetail: Phrase("用旁边的扫描仪扫原件", "Scan the original here")
        case .noStickHere: Phrase("本机没有 U 盘插口", "This kiosk has no socket for sticks")
        case .stickMissing: Phrase("请先把 U 盘插好", "Please put your stick in first")
        case .noPhoneHere: Phrase("本机没有开通手机扫码", "Not offered at this kiosk")
        case .phoneOffline: Phrase("暂时连不上业务系统", "The central system cannot be reached now")
        case .noScannerHere: Phrase("本机没有扫描仪", "This kiosk has no scanner")
        case .scanning: Phrase("正在扫描，请稍候…", "Scanning, please wait…")
        case .remove: Phrase("不要这个文件", "Remove the file")
        case .useRecord: Phrase("用登记的照片", "The photo on record")
        case .stickTitle: Phrase("请选文件", "Choose a file")
        case .stickHint: Phrase("只能选 PDF 文件；虚线框不能选", "Only PDF files; dashed ones cannot be chosen")
        case .stickHintPhoto: Phrase("只能选 JPEG 照片；虚线框不能选", "Only JPEG photos; dashed ones cannot be chosen")
        case .folder: Phrase("文件夹", "Folder")
        case .fits: Phrase("可选", "Fits")
        case .notPDF: Phrase("不是 PDF", "No PDF")
        case .notJPEG: Phrase("不是 JPEG", "No JPEG")
        case .tooLarge: Phrase("文件太大", "Too large")
        case .emptyFolder: Phrase("这里没有文件", "No files here")
        case .cutOff: Phrase("文件太多，只显示前面一部分", "Too many files; only the first are shown")
        case .reading: Phrase("正在读取…", "Reading…")
        case .up: Phrase("上一级", "Up")
        case .reviewTitle: Phrase("请看是不是这个文件", "Is this the file?")
        case .photoReviewTitle: Phrase("请看是不是这张照片", "Is this the photo?")
        case .reviewHint: Phrase("看清楚再用，会交给审批部门", "It goes to the office with your form")
        case .croppedHint: Phrase("照片已裁剪成证书要求的大小", "It was cut to the size of a certificate")
        case .pages: Phrase("{1} 页", "{1} page(s)")
        case .size: Phrase("{1} KB", "{1} KB")
        case .noPicture: Phrase("本机不能显示内容，请核对页数和大小", "No picture here: check pages and size")
        case .before: Phrase("裁剪前", "Before")
        case .after: Phrase("裁剪后，印在证书上", "After: as on the certificate")
        case .agree: Phrase("我同意使用裁剪后的照片", "I agree to the cut photo")
        case .mustAgree: Phrase("请先勾选同意", "Please tick that you agree")
        case .useThis: Phrase("用这个", "Use it")
        case .another: Phrase("换一个", "Another")
        case .phoneTitle: Phrase("请用手机扫码", "Scan with your phone")
        case .phoneHint: Phrase("一码一次，十分钟有效", "Good once, for ten minutes")
        case .phoneSteps:
            Phrase("打开手机相机或微信扫一扫，对准二维码，在手机上选文件。", "Point your camera at the code, then choose the file on your phone.")
        case .phoneOpened: Phrase("手机已打开，请在手机上选文件", "Your phone has the page. Choose the file there.")
        case .phoneCode: Phrase("上传二维码", "Upload code")
        case .phoneAsking: Phrase("正在获取二维码…", "Getting a code…")
        case .phoneUntil: Phrase("有效期至 {1}", "Valid until {1}")
        case .newCode: Phrase("换一个二维码", "New code")
        case .absent: Phrase("点这里添加文件", "Touch to add the file")
        case .signatureName: Phrase("签名图片", "signature")
        case .signatureHint: Phrase("深色笔写在白纸上的签名，拍照（JPEG）", "A JPEG of your signature, dark on white paper")
        case .phoneSignatureDetail: Phrase("在手机屏幕上签名，或拍照上传", "Sign on your phone, or send a picture")
        case .scanTitle: Phrase("扫描{1}", "Scan the {1}")
        case .scanHint: Phrase("多页会合成一个 PDF 文件", "All pages become one PDF")
        case .scanHintPhoto: Phrase("一寸照片，正面朝下", "A one-inch photo, face down")
        case .scanHintSignature: Phrase("白纸上的签名，深色笔", "Your signature in dark ink on white paper")
        case .scanFeeder: Phrase("一页或多页：正面朝上，放进扫描仪上面的进纸口。", "Sheets: face up, into the feeder on top.")
        case .scanGlass: Phrase("证书、小本：打开盖子，正面朝下放在玻璃上。", "Booklets: open the lid and lay it face down on the glass.")
        case .scanGlassPhoto:
            Phrase(
                "打开盖子，照片正面朝下，靠玻璃上有箭头的一角放好，合上盖子。",
                "Open the lid, lay the photo face down in the corner with the arrow, close the lid.")
        case .scanBehind: Phrase("已有 {1} 页，新扫的接在后面。", "{1} page(s) so far; the new ones follow.")
        case .scannerAsking: Phrase("正在查看扫描仪…", "Looking at the scanner…")
        case .scannerLoaded: Phrase("进纸口里有纸，可以扫描", "There is paper in the feeder")
        case .phoneUntilTitle: Phrase("请用手机扫码，{1} 前有效", "Scan on your phone by {1}")
        case .phoneOpenedTitle: Phrase("请在手机上选文件", "Choose it on your phone")
        case .scannerReady: Phrase("扫描仪可以用了", "The scanner is ready")
        case .scannerGlass: Phrase("进纸口里没有纸，将扫描玻璃上的一页", "The feeder is empty: one page is scanned from the glass")
        case .scannerNoPaper: Phrase("请先把纸放进进纸口", "Please put the paper into the feeder")
        case .scanStart: Phrase("开始扫描", "Scan")
        case .scanStop: Phrase("停止扫描", "Stop")
        case .scanned: Phrase("正在扫描，已扫 {1} 页…", "Scanning, {1} page(s) so far…")
        case .scanReduced:
            Phrase("文件太大，已把清晰度降到 {1} dpi，请看是否清楚。", "It was too large and is now at {1} dpi. Is it clear?")
        case .rescan: Phrase("重新扫描", "Scan again")
        case .addPages: Phrase("再加几页", "More pages")
        }
    }
}

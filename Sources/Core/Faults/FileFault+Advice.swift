extension FileFault: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .stickGone:
            FaultAdvice(
                "A-951", "没有读到 U 盘，请重新插好；已填写的内容都保留着。",
                "The stick was not found. Please put it in again; what you entered is kept.",
                staff: FaultAdvice.helpApplicant,
                technician: "no folder under files.sticks, or it went while it was read")
        case .unreadable:
            FaultAdvice(
                "A-952", "这个文件读不出来，请换一个，或改用手机上传。",
                "This file cannot be read. Please choose another, or use your phone.",
                staff: FaultAdvice.helpApplicant, technician: "read error, a link, or no plain file")
        case .tooLarge:
            FaultAdvice(
                "A-953", "这个文件太大，请换一个小一些的。", "This file is too large. Please choose a smaller one.",
                staff: FaultAdvice.helpApplicant, technician: "more bytes than any field takes")
        case .stickFull:
            FaultAdvice(
                "A-957", "U 盘满了，没有存上。请删去一些文件或换一个 U 盘，也可以扫码存到手机。",
                "The stick is full; nothing was stored. Please make room, or take another stick or your phone.",
                staff: FaultAdvice.helpApplicant, technician: "ENOSPC, EDQUOT or EFBIG while a paper was written")
        case .stickLocked:
            FaultAdvice(
                "A-958", "这个 U 盘不能写入。请打开写保护开关或换一个 U 盘，也可以扫码存到手机。",
                "This stick cannot be written to. Please unlock it, or take another stick or your phone.",
                staff: FaultAdvice.helpApplicant,
                technician: "EROFS, EACCES or EPERM, or files.stickGate did not open the stick")
        case .stickUnwritten:
            FaultAdvice(
                "A-959", "U 盘没有存好，请换一个 U 盘再试，也可以扫码存到手机。",
                "The stick did not keep the file. Please take another stick or your phone.",
                staff: FaultAdvice.helpApplicant, technician: "write error, or other bytes were read back")
        case .scannerMissing:
            FaultAdvice(
                "A-961", "扫描仪没有应答，请改用 U 盘或手机。", "The scanner does not answer. Please use a stick or your phone.",
                staff: "检查扫描仪电源和连接线；不恢复时通知技术人员。",
                technician: "no answer at the address in files.scanner, or its program is not there")
        case .scannerBusy:
            FaultAdvice(
                "A-962", "扫描仪正忙，请稍候再试。", "The scanner is busy. Please wait a moment and try again.",
                staff: "等候半分钟后重试。", technician: "eSCL: 503 or state Processing; SANE: busy")
        case .scannerEmpty:
            FaultAdvice(
                "A-963", "扫描仪里没有纸，请放好后再试。", "There is no paper in the scanner. Please put it in and try again.",
                staff: FaultAdvice.helpApplicant,
                technician: "eSCL: ScannerAdfEmpty, or no document; SANE: no documents")
        case .scannerJammed:
            FaultAdvice(
                "A-964", "扫描仪卡纸，请不要拉扯，可呼叫工作人员。", "The scanner is jammed. Please do not pull; call the staff.",
                staff: "打开盖板取出原件后合上。", technician: "eSCL: ScannerAdfJam or ScannerAdfMispick; SANE: jammed")
        case .scannerOpen:
            FaultAdvice(
                "A-966", "扫描仪的盖子没有合上，请合上后再试。", "The scanner's cover is open. Please close it and try again.",
                staff: "合上扫描仪盖板。", technician: "eSCL: ScannerAdfHatchOpen; SANE: cover open")
        case .scannerFailed:
            FaultAdvice(
                "A-965", "扫描没有成功，请再试一次，或改用手机。", "The scan failed. Please try again, or use your phone.",
                staff: FaultAdvice.helpApplicant, technician: "an answer of the scanner that is none, or too long")
        case .scannerStopped:
            FaultAdvice(
                "A-967", "扫描中途停了，这一次扫的页没有留下。请把原件重新放好再扫。",
                "The scan stopped in the middle and none of its pages is kept. Put the originals in again and scan.",
                staff: FaultAdvice.helpApplicant, technician: "the job ended before its last page, or was stopped")
        case .scanTooLarge:
            FaultAdvice(
                "A-968", "页数太多，降低清晰度后文件仍然太大，请减少页数。",
                "Too many pages: even with a coarser picture the file is too large. Please scan fewer.",
                staff: FaultAdvice.helpApplicant, technician: "the pages at the coarsest resolution exceed the limit")
        case .scannerHasNoGlass:
            FaultAdvice(
                "A-969", "这台扫描仪不能扫照片，请改用 U 盘或手机。",
                "This scanner cannot take a photo. Please use a stick or your phone.",
                staff: FaultAdvice.helpApplicant, technician: "eSCL: no Platen, which a small photo must lie on")
        case .uploadExpired:
            FaultAdvice(
                "A-971", "二维码已过期，请重新获取。", "The code has expired. Please ask for a new one.",
                staff: FaultAdvice.helpApplicant, technician: "upload ticket expired or used")
        }
    }
}

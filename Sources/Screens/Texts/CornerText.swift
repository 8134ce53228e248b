/// Staff's corner, and the way into both.
package enum CornerText: TextKey {
    case openingTitle, openingText, number, role, hallStaff, technician, staffAlone, technicianAlone
    case staffTitle, staffHint, needsStore, byCard, byNumber, printerWell, asking, acceptedToday, printedTimes
    case numberTitle, numberHint, numberLabel, numberPlaceholder, numberShort, find, cardTitle, cardHint, cardWanted
    case resultsTitle, nothingFound, copyTitle, copyHint, chooseReason, printCopy, noticeNumber, applicant, matter
    case acceptedAt, decidedAt, sealedAt, todaysNotices, history, neverPrinted, staffNumber, notOut, onRequest, lost
    case damaged, unreadable, jammed
    case backToCorner
    case byDocument, documentTitle, documentHint, documentLabel, byDay, dayTitle, dayHint, dayLabel
    case byScan, scanTitle, scanHint, scanWanted, scanRunning, scanNoNotice, scanUnknown
    case batch, batchTitle, batchHint, batchProgress, batchReady, batchDone, batchLook, batchStopped, batchSkipped
    case batchWaiting, batchStart, batchGoOn, batchStop, batchSkip, handOver, handOverTitle, handOverHint, handOverTotal
    case handOverPrint, handOverPrinted, byDocumentShort, byDayShort, byScanShort, handOverShort, batchShort

    package var phrase: Phrase {
        switch self {
        case .openingTitle: Phrase("正在验证工作卡", "Checking the staff card")
        case .openingText: Phrase("正在核对证书和密钥，请不要拔卡…", "Checking certificate and key, leave the card…")
        case .number: Phrase("工号", "Number")
        case .role: Phrase("岗位", "Role")
        case .hallStaff: Phrase("大厅工作人员", "Hall staff")
        case .technician: Phrase("技术人员", "Technician")
        case .staffAlone:
            Phrase("连不上业务系统，现在只能查看打印机（{1}）。", "No central system: only the printer can be seen ({1}).")
        case .technicianAlone:
            Phrase("业务系统没有接受登录（{1}），本机的检查都可以做。", "No session at the central system ({1}); all tests work.")
        case .staffTitle: Phrase("工作人员", "Hall staff's corner")
        case .staffHint: Phrase("拔出工作卡即退出", "Taking the card out leaves")
        case .needsStore: Phrase("要连上业务系统才能查找", "Needs the central system")
        case .byCard: Phrase("按身份证查找", "Find by ID card")
        case .byNumber: Phrase("按编号查找", "Find by number")
        case .printerWell: Phrase("打印机正常", "The printer is well")
        case .asking: Phrase("正在查询…", "Asking…")
        case .acceptedToday: Phrase("今天在本厅受理 {1} 件", "{1} accepted here today")
        case .printedTimes: Phrase("已打印 {1} 次", "{1} printed")
        case .numberTitle: Phrase("按受理编号查找", "Find by notice number")
        case .numberHint: Phrase("今年的只输序号；往年的输年份 4 位和序号 6 位", "The serial; for other years 4 + 6 digits")
        case .numberLabel: Phrase("受理编号", "Notice number")
        case .numberPlaceholder: Phrase("例如 1234", "such as 1234")
        case .numberShort: Phrase("请输入编号", "Enter a number")
        case .find: Phrase("查找", "Find")
        case .cardTitle: Phrase("按身份证查找申请", "Find by an ID card")
        case .cardHint: Phrase("卡上的信息不会显示", "Nothing of the card is shown")
        case .cardWanted: Phrase("请把申请人的身份证放在读卡区", "Lay the applicant's ID card on the reader")
        case .resultsTitle: Phrase("查到的申请", "What was found")
        case .nothingFound: Phrase("没有查到有文书可打印的申请。", "No application with a paper to print.")
        case .copyTitle: Phrase("打印{1}（第 {2} 次）", "Print the {1} (copy {2})")
        case .copyHint: Phrase("选择原因后打印，工号和原因都会记录", "Choose a reason; number and reason are recorded")
        case .chooseReason: Phrase("请选择打印原因", "Choose a reason")
        case .printCopy: Phrase("打印", "Print")
        case .noticeNumber: Phrase("受理编号", "Number")
        case .applicant: Phrase("申请人", "Applicant")
        case .matter: Phrase("事项", "Matter")
        case .acceptedAt: Phrase("受理时间", "Accepted at")
        case .decidedAt: Phrase("告知时间", "Decided at")
        case .sealedAt: Phrase("签章时间", "Sealed at")
        case .todaysNotices: Phrase("今天受理 {1}", "Of today: {1}")
        case .history: Phrase("打印记录", "Copies so far")
        case .neverPrinted: Phrase("还没有打印过。", "None yet.")
        case .staffNumber: Phrase("工号 {1}", "by {1}")
        case .notOut: Phrase("（未出纸）", "(not out)")
        case .onRequest: Phrase("代申请人打印", "On request")
        case .lost: Phrase("遗失", "Lost")
        case .damaged: Phrase("污损", "Damaged")
        case .unreadable: Phrase("打印不清", "Unreadable")
        case .jammed: Phrase("卡纸", "Jammed")
        case .backToCorner: Phrase("返回工作人员页", "Back to the corner")
        case .byDocument: Phrase("按证件号码查找", "Find by ID number")
        case .documentTitle: Phrase("按证件号码查找申请", "Find by an ID number")
        case .documentHint: Phrase("证件不在手边或读不出时使用", "Where the card is not here or cannot be read")
        case .documentLabel: Phrase("证件号码", "ID number")
        case .byDay: Phrase("按日期查找", "Find by day")
        case .dayTitle: Phrase("按受理日期查找", "Find by the day of acceptance")
        case .dayHint: Phrase("列出那一天在本厅受理的申请", "Lists what was accepted here on that day")
        case .dayLabel: Phrase("受理日期", "Day")
        case .byScan: Phrase("扫通知书二维码", "Scan a notice")
        case .scanTitle: Phrase("扫描通知书上的二维码", "Scan the code on a notice")
        case .scanHint: Phrase("用手持扫码枪对准二维码", "Point the hand scanner at it")
        case .scanWanted: Phrase("请扫描通知书右下角的二维码", "Scan the code on the sheet")
        case .scanRunning: Phrase("正在接收扫码枪的内容…", "Receiving from the scanner…")
        case .scanNoNotice: Phrase("这不是受理通知书的二维码，请换一张再扫。", "This is no notice's code. Please scan another.")
        case .scanUnknown:
            Phrase(
                "编号和校验码对不上：这张纸不是本系统打印的通知书。", "Number and check code do not match: this sheet is not from the office.")
        case .batch: Phrase("打印今天还没打印的（{1} 件）", "Print today's unprinted ({1})")
        case .batchTitle: Phrase("批量打印今天的通知书", "Print the notices of today")
        case .batchHint: Phrase("一件一件打，出故障就停，处理好再继续", "One by one; stops at a fault and goes on after it")
        case .batchProgress: Phrase("已打印 {1} 件，共 {2} 件", "{1} of {2} printed")
        case .batchReady: Phrase("请先看打印机里的纸够不够。", "Please look whether there is enough paper.")
        case .batchDone: Phrase("打印完了，请从出纸口取走。", "All done: take them from the tray.")
        case .batchLook: Phrase("打印中断过，请看出纸口：这一张出来了吗？", "It was interrupted. Look at the tray: is this sheet out?")
        case .batchStopped: Phrase("这一件没有打印成功，已经停下。", "This one was not printed; stopped here.")
        case .batchSkipped: Phrase("已跳过 {1}", "Skipped {1}")
        case .batchWaiting: Phrase("后面还有 {1} 件", "{1} more after it")
        case .batchStart: Phrase("开始打印", "Start")
        case .batchGoOn: Phrase("继续打印", "Go on")
        case .batchStop: Phrase("打完这张就停", "Stop after this")
        case .batchSkip: Phrase("跳过这件", "Skip it")
        case .handOver: Phrase("今天的交接单", "Hand-over of today")
        case .handOverTitle: Phrase("交接单 {1}", "Hand-over {1}")
        case .handOverHint: Phrase("今天本厅已出纸的通知书", "Notices of this hall that are out today")
        case .handOverTotal: Phrase("共 {1} 件，{2} 张", "{1} notices, {2} sheets")
        case .handOverPrint: Phrase("打印交接单", "Print the list")
        case .handOverPrinted: Phrase("交接单已交给打印机。", "The list is at the printer.")
        case .byDocumentShort: Phrase("按证件号", "By ID number")
        case .byDayShort: Phrase("按日期", "By day")
        case .byScanShort: Phrase("扫二维码", "Scan a code")
        case .handOverShort: Phrase("交接单", "Hand-over")
        case .batchShort: Phrase("打印未印 {1}", "Unprinted: {1}")
        }
    }
}

/// Staff's and the technician's corner.
package enum CornerText: TextKey {
    case openingTitle, openingText, number, role, hallStaff, technician, staffAlone, technicianAlone
    case staffTitle, staffHint, needsStore, byCard, byNumber, printerWell, asking, acceptedToday, printedTimes
    case numberTitle, numberHint, numberLabel, numberPlaceholder, numberShort, find, cardTitle, cardHint, cardWanted
    case resultsTitle, nothingFound, copyTitle, copyHint, chooseReason, printCopy, noticeNumber, applicant, matter
    case acceptedAt, history, neverPrinted, staffNumber, notOut, onRequest, lost, damaged, unreadable, jammed
    case backToCorner, technicianTitle, selfTest, selfTestDetail, survey, surveyDetail, log, logDetail, touch
    case touchDetail, selfTestTitle, selfTestHint, testAll, testing, untested, passed, failed, partIdentityReader
    case partEnterpriseReader, partPrinter, partStore, partStorage, partChineseInput, partTypesetting, partClock
    case partTestSheet, surveyTitle, waitingEntries, openOrders, unknownOrders, lastTroubles, noTroubles, logTitle
    case logHint, logEmpty, touchTitle

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
        case .acceptedToday: Phrase("今天在本机受理 {1} 件", "{1} accepted here today")
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
        case .nothingFound: Phrase("没有查到已受理的申请。", "No accepted application was found.")
        case .copyTitle: Phrase("打印受理通知书（第 {1} 次）", "Print the notice (copy {1})")
        case .copyHint: Phrase("选择原因后打印，工号和原因都会记录", "Choose a reason; number and reason are recorded")
        case .chooseReason: Phrase("请选择打印原因", "Choose a reason")
        case .printCopy: Phrase("打印", "Print")
        case .noticeNumber: Phrase("受理编号", "Number")
        case .applicant: Phrase("申请人", "Applicant")
        case .matter: Phrase("事项", "Matter")
        case .acceptedAt: Phrase("受理时间", "Accepted at")
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
        case .technicianTitle: Phrase("技术维护", "Technician's corner")
        case .selfTest: Phrase("自检", "Self-test")
        case .selfTestDetail: Phrase("读卡器、打印机、业务系统、存储、时钟", "Readers, printer, store, storage, clock")
        case .survey: Phrase("版本与状态", "Versions and state")
        case .surveyDetail: Phrase("版本、待发送、待确认、最近的故障", "Versions, counts, last faults")
        case .log: Phrase("日志", "Log")
        case .logDetail: Phrase("最后几行，不含个人信息", "Its last lines, nothing personal")
        case .touch: Phrase("触摸测试", "Touch test")
        case .touchDetail: Phrase("点到哪里，哪里变色", "Painted where touched")
        case .selfTestTitle: Phrase("逐项自检", "Self-test of the parts")
        case .selfTestHint: Phrase("点一项检查一项；测试页会打印一张纸", "Touch one to test it; the test sheet prints a page")
        case .testAll: Phrase("全部检查", "Test all")
        case .testing: Phrase("检查中…", "Testing…")
        case .untested: Phrase("未检查", "Not tested")
        case .passed: Phrase("正常", "Well")
        case .failed: Phrase("故障", "Failed")
        case .partIdentityReader: Phrase("身份证读卡器", "ID card reader")
        case .partEnterpriseReader: Phrase("法人卡读卡器", "Certificate reader")
        case .partPrinter: Phrase("打印机", "Printer")
        case .partStore: Phrase("业务系统", "Central system")
        case .partStorage: Phrase("本机存储", "Storage")
        case .partChineseInput: Phrase("中文输入", "Chinese input")
        case .partTypesetting: Phrase("字体与排版", "Fonts, typesetting")
        case .partClock: Phrase("时钟", "Clock")
        case .partTestSheet: Phrase("打印测试页", "Print a test sheet")
        case .surveyTitle: Phrase("本机版本与状态", "This kiosk")
        case .waitingEntries: Phrase("待发送到业务系统", "Entries to be sent")
        case .openOrders: Phrase("正在打印", "Sheets on their way")
        case .unknownOrders: Phrase("等人确认是否出纸", "Sheets to decide")
        case .lastTroubles: Phrase("最近的故障", "Last faults")
        case .noTroubles: Phrase("没有记录到故障", "None since the start")
        case .logTitle: Phrase("日志的最后几行", "The end of the log")
        case .logHint: Phrase("疑似个人信息的行不显示", "Lines that look personal are withheld")
        case .logEmpty: Phrase("没有日志。", "There is no log.")
        case .touchTitle: Phrase("触摸测试：已点 {1}/{2} 格", "Touch test: {1} of {2}")
        }
    }
}

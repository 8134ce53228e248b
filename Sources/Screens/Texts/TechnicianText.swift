/// The technician's corner.
package enum TechnicianText: TextKey {
    case technicianTitle, selfTest, selfTestDetail, survey, surveyDetail, log, logDetail, touch, touchDetail
    case selfTestTitle, selfTestHint, testAll, testing, untested, passed, failed, partIdentityReader
    case partEnterpriseReader, partPrinter, partStore, partStorage, partChineseInput, partTypesetting, partClock
    case partTestSheet, surveyTitle, waitingEntries, openOrders, unknownOrders, lastTroubles, noTroubles, logTitle
    case logHint, logEmpty, touchTitle
    case factKiosk, factStore, factProgram, factSystem, factKernel, staffCardRead, identityRead, readerEmpty
    case printerAnswers, storeAnswers, storageWhole, inputWorks, inputEmpty, pageSet, clockBeside, clockWrong
    case sheetHanded, partScanner, scannerLoaded, scannerEmpty, noScanner

    package var phrase: Phrase {
        switch self {
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
        case .factKiosk: Phrase("机器编号", "Kiosk")
        case .factStore: Phrase("业务系统地址", "Store")
        case .factProgram: Phrase("程序", "Program")
        case .factSystem: Phrase("系统", "System")
        case .factKernel: Phrase("内核", "Kernel")
        case .staffCardRead: Phrase("读到工作卡证书，{1} 字节", "Staff card's certificate read, {1} bytes")
        case .identityRead: Phrase("读到证件，内容不显示", "Card read, nothing of it is shown")
        case .readerEmpty: Phrase("读卡器有应答，上面没有卡", "The reader answers, no card on it")
        case .printerAnswers: Phrase("打印队列和打印机都有应答", "Queue and printer answer")
        case .storeAnswers: Phrase("{1} 应答，用时 {2} 毫秒", "{1} answers in {2} ms")
        case .storageWhole: Phrase("数据库和审计链完整", "Database and audit chain are whole")
        case .inputWorks: Phrase("拼音 {1} 得到 {2}", "{1} gives {2}")
        case .inputEmpty: Phrase("拼音没有候选字：检查拼音数据", "No characters: is the pinyin data there?")
        case .pageSet: Phrase("排出一页，{1} 字节", "One page set, {1} bytes")
        case .clockBeside: Phrase("与业务系统相差 {1} 秒", "{1} s from the store's clock")
        case .clockWrong: Phrase("与业务系统相差 {1} 秒，超过 {2} 秒：请校时", "{1} s from the store's, more than {2}: set the clock")
        case .partScanner: Phrase("扫描仪", "Scanner")
        case .scannerLoaded: Phrase("扫描仪有应答，进纸器里有纸", "The scanner answers, paper in its feeder")
        case .scannerEmpty: Phrase("扫描仪有应答，进纸器里没有纸", "The scanner answers, no paper in its feeder")
        case .noScanner: Phrase("本机没有配置扫描仪", "This site has no scanner")
        case .sheetHanded: Phrase("测试页已交给打印机", "The test sheet is at the printer")
        }
    }
}

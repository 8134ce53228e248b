/// The enterprise's side, printing, and the end of a visit.
package enum EnterpriseText: TextKey {
    case insertTitle, insertHint, wanted, readingTitle, failedTitle, expiredTitle, expiredText, blockedTitle, stepCard
    case stepPIN, stepCheck, stepSeal, stepPrint, pinTitle, sealPINTitle, pinLabel, triesLeft, triesUnknown
    case lastTry, wrongPIN, blocked, enterpriseName, certificate, lastDay, serial, logIn, sealNow, pinShort
    case lastTryTitle, lastTryText, tryAnyway, doNotTry, checkingPIN, sealing, keepCard, listTitle, listHint
    case nothing, sectionOthers, reviewTitle, reviewHint, opinion, goSeal, opinionNeeded, sealedTitle
    case sealedText, sealedWaiting, sealedNumber, print, backToList, printTitle, ordering, waiting
    case printingSheet, heldTitle, heldText, printedTitle, printedText, copy, failedPrintTitle
    case failedPrintText, cancelledTitle, unknownTitle, unknownText, sheetIsOut, sheetIsNotOut
    case notOrderedTitle, alreadyTitle, alreadyText, printAgain, cancelPrint, afterwards, numberKept
    case endedTitle, endedRemoved, endedIdle, endedOther, endedReader, wiped, takeYourCard
    case staffComeForCard
    case sendBack, returnTitle, returnHint, returnWords, returnWordsEmpty, returnWordsTitle, returnWordsHint
    case confirmedTitle, confirmedHint, nothingConfirmed, nothingFound, showAll, search, searchEmpty, searchTitle
    case searchHint, cancellationOpinion, cancelledNumber, cancelledAfterwards
    case returnNow, returnNoReason, returnNoWords, returned, sectionWithApplicant
    case draftKept, filingGoesOn, sealNotFiled, signatureNotFiled, printGoesOn, goHome

    package var phrase: Phrase {
        switch self {
        case .insertTitle: Phrase("请插入“法人一证通”", "Insert the 法人一证通 card")
        case .insertHint: Phrase("芯片朝前插到底，办理期间不要拔出", "Chip first, all the way in; leave it until you finish")
        case .wanted:
            Phrase(
                "这一步要用“法人一证通”，不用身份证。请把它插入卡槽。",
                "This step needs the 法人一证通 card, not your ID card. Insert it into the slot.")
        case .readingTitle: Phrase("正在读取“法人一证通”", "Reading the certificate")
        case .failedTitle: Phrase("没有读出“法人一证通”", "The certificate could not be read")
        case .expiredTitle: Phrase("“法人一证通”已过期", "The certificate has expired")
        case .expiredText: Phrase("有效期到 {1}。请先到发证机构更新，再来办理。", "It was valid to {1}. Have it renewed, then come back.")
        case .blockedTitle: Phrase("证书密码已锁定", "The PIN is blocked")
        case .stepCard: Phrase("插卡", "Card")
        case .stepPIN: Phrase("密码", "PIN")
        case .stepCheck: Phrase("核对", "Check")
        case .stepSeal: Phrase("签章", "Seal")
        case .stepPrint: Phrase("打印", "Print")
        case .pinTitle: Phrase("请输入法人一证通密码", "Enter the card's PIN")
        case .sealPINTitle: Phrase("企业签章：请输入证书密码", "Seal: enter the PIN")
        case .pinLabel: Phrase("证书密码（6 至 8 位）", "PIN (6 to 8 digits)")
        case .triesLeft: Phrase("还可以试 {1} 次", "{1} tries left")
        case .triesUnknown: Phrase("还没有读到证书，请点“再试一次”。", "The card was not read. Touch “Try again”.")
        case .lastTry: Phrase("只剩最后 1 次，再错证书就会锁定", "One try left; a mistake blocks the card")
        case .wrongPIN: Phrase("密码不正确，还可以试 {1} 次。", "Wrong PIN, {1} tries left.")
        case .blocked:
            Phrase(
                "密码已锁定，本机不能再试。请到发证机构解锁，电话 021-962600。", "Blocked. Have it unblocked by its issuer, phone 021-962600.")
        case .enterpriseName: Phrase("企业", "Enterprise")
        case .certificate: Phrase("证书", "Certificate")
        case .lastDay: Phrase("有效期至", "Valid to")
        case .serial: Phrase("序列号 …{1}", "Serial …{1}")
        case .logIn: Phrase("登录", "Log in")
        case .sealNow: Phrase("验证并签章", "Check and seal")
        case .pinShort: Phrase("请输入 6 至 8 位密码", "Enter 6 to 8 digits")
        case .lastTryTitle: Phrase("最后一次机会", "This is the last try")
        case .lastTryText:
            Phrase(
                "如果这次密码不对，证书会被锁定，要到发证机构才能解锁。确定要试吗？",
                "If it is wrong the card is blocked, and only its issuer can unblock it. Try?")
        case .tryAnyway: Phrase("确定，试一次", "Yes, try")
        case .doNotTry: Phrase("先不试", "Not now")
        case .checkingPIN: Phrase("正在验证密码，请不要拔卡…", "Checking the PIN, leave the card…")
        case .sealing: Phrase("正在签章，请不要拔卡…", "Sealing, leave the card…")
        case .keepCard: Phrase("签章期间请不要拔出证书。", "Do not take the card out while sealing.")
        case .listTitle: Phrase("待企业确认的申请", "Applications to confirm")
        case .listHint: Phrase("点一条打开核对", "Touch one to open it")
        case .nothing: Phrase("现在没有要确认的申请。", "Nothing to confirm now.")
        case .sectionOthers: Phrase("已确认 {1} 条", "{1} confirmed")
        case .reviewTitle: Phrase("核对申请，勾选聘用意见", "Check the application, give your opinion")
        case .reviewHint: Phrase("只能查看；要改请通知申请人", "To be read only; the applicant makes changes")
        case .opinion: Phrase("聘用意见：同意聘用，申请内容属实", "We employ this person and confirm the contents")
        case .goSeal: Phrase("去签章", "Go to seal")
        case .opinionNeeded: Phrase("请先勾选聘用意见", "Tick the opinion first")
        case .sealedTitle: Phrase("企业签章完成", "Sealed")
        case .sealedText: Phrase("申请人和企业都能查看进度。", "You and the applicant can both follow its progress.")
        case .sealedWaiting: Phrase("已提交，正在等待受理…", "Handed in, waiting for acceptance…")
        case .sealedNumber: Phrase("已受理，编号 {1}", "Accepted as {1}")
        case .print: Phrase("打印受理通知书", "Print the notice")
        case .backToList: Phrase("返回列表", "Back to the list")
        case .printTitle: Phrase("正在打印受理通知书", "Printing the notice")
        case .ordering: Phrase("正在准备通知书…", "Preparing the notice…")
        case .waiting: Phrase("已交给打印机，马上开始…", "Handed to the printer…")
        case .printingSheet: Phrase("正在打印第 {1}/{2} 页…", "Printing page {1}/{2}…")
        case .heldTitle: Phrase("打印暂停", "Printing is paused")
        case .heldText: Phrase("处理好后自动继续，不会多打，也不会少打。", "It goes on by itself: no sheet too many, none too few.")
        case .printedTitle: Phrase("打印完成，请取走通知书", "Printed: please take your notice")
        case .printedText: Phrase("通知书在打印机出纸口。", "It lies in the printer's tray.")
        case .copy: Phrase("第 {1} 次打印", "Copy {1}")
        case .failedPrintTitle: Phrase("这一次没有打印成功", "It was not printed")
        case .failedPrintText: Phrase("打印机没有出纸，可以再打一次。", "No sheet came out. You can print again.")
        case .cancelledTitle: Phrase("打印已取消", "Printing was cancelled")
        case .unknownTitle: Phrase("请看一看：通知书出来了吗？", "Please look: is the notice out?")
        case .unknownText:
            Phrase("打印中断过，机器不能确定有没有出纸。请看打印机出纸口，再点下面。", "Printing was interrupted. Look at the tray, then touch below.")
        case .sheetIsOut: Phrase("已经出来了", "Yes, it is out")
        case .sheetIsNotOut: Phrase("没有出来", "No, it is not")
        case .notOrderedTitle: Phrase("打印还没有办成", "Not printed yet")
        case .alreadyTitle: Phrase("这份通知书已经打印过", "This notice was printed before")
        case .alreadyText: Phrase("已打印 {1} 次。还要再打一份吗？", "Printed {1} time(s). Another copy?")
        case .printAgain: Phrase("再打一份", "Print again")
        case .cancelPrint: Phrase("取消打印", "Cancel printing")
        case .afterwards:
            Phrase("受理后 20 个工作日内审批，进度随时可在这里查看。", "Decided within 20 working days; look here for progress any time.")
        case .numberKept: Phrase("受理编号 {1} 不变，任何时候都能再打。", "Number {1} stays valid; print it any time.")
        case .endedTitle: Phrase("已安全退出", "You are logged out")
        case .endedRemoved: Phrase("卡已取走，已安全退出", "Card taken: you are logged out")
        case .endedIdle: Phrase("长时间没有操作，已安全退出", "No touch for a while: you are logged out")
        case .endedOther: Phrase("换了一张卡，已安全退出", "Another card: you are logged out")
        case .endedReader: Phrase("读卡器没有恢复，已安全退出", "The reader did not recover: you are logged out")
        case .wiped: Phrase("屏幕上的个人信息已经清除。", "Nothing of you is left on this screen.")
        case .takeYourCard: Phrase("请取回您的卡！", "Please take your card!")
        case .staffComeForCard: Phrase("已通知工作人员来保管您的卡。", "Staff have been called to keep your card safe.")
        case .sendBack: Phrase("退回修改", "Send back")
        case .returnTitle: Phrase("退回修改：请选择原因", "Send it back: why?")
        case .returnHint: Phrase("申请人会看到原因，改好后重新签名", "The applicant reads it, mends the form and signs again")
        case .returnWords: Phrase("补充说明", "Your words")
        case .returnWordsEmpty: Phrase("点这里写明哪里要改", "Touch to write what to change")
        case .returnWordsTitle: Phrase("请写明哪里要改", "What is to be changed?")
        case .returnWordsHint: Phrase("申请人会看到这段话", "The applicant reads these words")
        case .returnNow: Phrase("退回给申请人", "Send it back")
        case .returnNoReason: Phrase("请先选择原因", "Choose a reason first")
        case .returnNoWords: Phrase("请写明原因", "Write the reason")
        case .returned: Phrase("已退回，申请人会收到短信通知。", "Sent back; the applicant gets a text message.")
        case .sectionWithApplicant: Phrase("在申请人处 {1} 条", "{1} with the applicant")
        case .confirmedTitle: Phrase("企业已确认查询", "Confirmed applications")
        case .confirmedHint: Phrase("{1} 条，共 {2} 条；点一条看进度", "{1} of {2}; touch one for its progress")
        case .nothingConfirmed: Phrase("还没有确认过的申请。", "Nothing confirmed yet.")
        case .nothingFound: Phrase("没有找到，请换个条件。", "Nothing found. Try something else.")
        case .showAll: Phrase("显示全部", "Show all")
        case .search: Phrase("查询", "Search")
        case .searchEmpty: Phrase("姓名首字母或受理编号", "Initials of the name, or notice number")
        case .searchTitle: Phrase("查询已确认的申请", "Search the confirmed applications")
        case .searchHint:
            Phrase("姓名的拼音首字母，或受理编号的数字", "First letters of the pinyin of the name, or digits of the number")
        case .cancellationOpinion: Phrase("聘用意见：同意注销注册，申请内容属实", "We agree to the cancellation and confirm the contents")
        case .cancelledNumber: Phrase("注销已完成，编号 {1}", "Cancelled, notice {1}")
        case .cancelledAfterwards: Phrase("注册已注销，原注册证书作废。", "The registration has ended and its certificate is void.")
        case .draftKept: Phrase("没填完的申请表已保存，下次刷卡可以继续。", "Your unfinished form is kept for the next time.")
        case .filingGoesOn: Phrase("已提交的内容会自动送到市住建委。", "What you filed goes to the office by itself.")
        case .sealNotFiled: Phrase("签章没有完成，申请没有变化，请重新插卡签章。", "The seal was not made. Insert the card to do it again.")
        case .signatureNotFiled:
            Phrase("签名没有完成，申请没有变化，请重新刷卡签名。", "The signature was not made. Please come back to sign.")
        case .printGoesOn: Phrase("通知书还在打印，请等它出来再离开。", "The notice is still printing. Please wait for it.")
        case .goHome: Phrase("返回首页", "Home")
        }
    }
}

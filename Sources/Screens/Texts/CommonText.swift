/// What stands around every screen.
package enum CommonText: TextKey {
    case machine, readerFine, readerBad, printerFine, printerBad, networkFine, networkBad, back, home, leave
    case cancel, done, retry, callStaff, staffCalled, close, working, tooSmallTitle, tooSmallText
    case warningTitle, warningCountdown, warningKept, stay, leaveNow, readerRecovering, readerRecoveringShort,
        sessionRenewed
    case formIncomplete, previousPage, nextPage, homeIn, male, female
    case help, helpWide, helpTitle, helpClose, helpCloseShort, largePrint, voice, highContrast, otherLanguage
    case isOn, isOff, languageNow, callStaffShort

    package var phrase: Phrase {
        switch self {
        case .machine: Phrase("自助机 {1}", "Kiosk {1}")
        case .readerFine: Phrase("读卡器 ✓", "Reader ✓")
        case .readerBad: Phrase("读卡器 ✕", "Reader ✕")
        case .printerFine: Phrase("打印机 ✓", "Printer ✓")
        case .printerBad: Phrase("打印机 ✕", "Printer ✕")
        case .networkFine: Phrase("网络 ✓", "Network ✓")
        case .networkBad: Phrase("网络 ✕", "Network ✕")
        case .back: Phrase("返回", "Back")
        case .home: Phrase("返回首页", "Home")
        case .leave: Phrase("退出并取卡", "Leave, take card")
        case .cancel: Phrase("取消", "Cancel")
        case .done: Phrase("完成", "Done")
        case .retry: Phrase("再试一次", "Try again")
        case .callStaff: Phrase("呼叫工作人员", "Call staff")
        case .staffCalled: Phrase("正在呼叫工作人员，请在原地稍候。", "Calling staff. Please wait here.")
        case .close: Phrase("知道了", "OK")
        case .working: Phrase("正在办理，请稍候…", "Working, please wait…")
        case .tooSmallTitle: Phrase("屏幕太小，无法显示", "The screen is too small")
        case .tooSmallText:
            Phrase("现在 {1}×{2}，至少要 40×22。请联系工作人员。", "{1}×{2} now, 40×22 needed. Please call staff.")
        case .warningTitle: Phrase("您还在办理吗？", "Are you still there?")
        case .warningCountdown:
            Phrase("再过 {1} 秒将退出，并清除屏幕上的个人信息。", "In {1} seconds you are logged out and the screen is cleared.")
        case .warningKept: Phrase("已填的内容都保存着，下次可以继续。", "What you entered is kept for the next time.")
        case .stay: Phrase("继续办理", "Go on")
        case .leaveNow: Phrase("现在退出", "Leave now")
        case .readerRecovering:
            Phrase("读卡器正在恢复，请不要拿走卡。您可以继续操作。", "The reader is recovering. Leave the card; you can go on.")
        case .readerRecoveringShort: Phrase("读卡器恢复中，请不要动卡", "Reader recovering. Leave the card.")
        case .sessionRenewed: Phrase("登录已失效，请重新输入密码。", "Your session has ended. Please enter the PIN again.")
        case .formIncomplete: Phrase("有 {1} 处需要修改。点这里去改第 1 处。", "{1} to correct. Touch here for the first.")
        case .previousPage: Phrase("上一页", "Previous")
        case .nextPage: Phrase("下一页", "Next page")
        case .homeIn: Phrase("{1} 秒后返回首页", "Home in {1} s")
        case .male: Phrase("男", "Male")
        case .female: Phrase("女", "Female")
        case .help: Phrase("帮助", "Help")
        case .helpWide: Phrase("大字 · 帮助", "Large · Help")
        case .helpTitle: Phrase("怎样看得更清楚、用得更方便", "Make this screen easier to use")
        case .helpClose: Phrase("关闭，继续办理", "Close, go on")
        case .helpCloseShort: Phrase("关闭", "Close")
        case .largePrint: Phrase("大字", "Large print")
        case .voice: Phrase("语音朗读", "Voice")
        case .highContrast: Phrase("高对比", "High contrast")
        case .otherLanguage: Phrase("English", "中文")
        case .callStaffShort: Phrase("求助", "Help me")
        case .isOn: Phrase("✓ 已开", "✓ on")
        case .isOff: Phrase("未开", "off")
        case .languageNow: Phrase("现在中文", "now English")
        }
    }
}

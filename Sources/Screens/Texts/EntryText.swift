/// Numbers and days that are typed on a pad.
package enum EntryText: TextKey {
    case dateYear, dateMonth, dateDay, noSuchMonth, noSuchDay, dateBefore, dateAfter
    case documentPlaceholder, documentShort, documentCount, documentRight, strayX
    case ways, waysShort, backToKeys

    package var phrase: Phrase {
        switch self {
        case .dateYear: Phrase("请输入年份，4 位", "The year, 4 digits")
        case .dateMonth: Phrase("请输入月份，如 05", "The month, such as 05")
        case .dateDay: Phrase("请输入日，如 09", "The day, such as 09")
        case .noSuchMonth: Phrase("月份只有 01 到 12，请改正。", "Months are 01 to 12. Please correct it.")
        case .noSuchDay:
            Phrase("{1} 年 {2} 月只有 {3} 天，请改正。", "{1}-{2} has only {3} days. Please correct it.")
        case .dateBefore: Phrase("日期不能早于 {1}，请改正。", "Not before {1}. Please correct it.")
        case .dateAfter: Phrase("日期不能晚于 {1}，请改正。", "Not after {1}. Please correct it.")
        case .documentPlaceholder: Phrase("18 位，最后一位可以是 X", "18, the last may be X")
        case .documentShort: Phrase("请输完 18 位号码", "Enter all 18 characters")
        case .documentCount: Phrase("已输 {1} 位，共 18 位", "{1} of 18")
        case .documentRight: Phrase("号码校验正确", "The number is right")
        case .strayX: Phrase("X 只能是最后一位，请接着输数字。", "Only the last can be X. Please go on with digits.")
        case .ways: Phrase("换输入方式", "More ways")
        case .waysShort: Phrase("方式", "More")
        case .backToKeys: Phrase("返回键盘", "Back to keys")
        }
    }
}

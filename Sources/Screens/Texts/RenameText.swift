/// 企业名称变更.
package enum RenameText: TextKey {
    case title, entry, entryDetail, hint, registerName, oldName, count, sameName, sameNameNext, confirm
    case nothingToRename, questionTitle, questionText, renameNow, notNow, renaming, doneTitle, doneText, print

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("企业名称变更", "Rename the enterprise")
        case .entry: Phrase("企业名称变更", "Enterprise renamed?")
        case .entryDetail: Phrase("企业登记更名后，在这里更新证书", "Bring its new name onto the certificates")
        case .hint: Phrase("请核对要变更的证书", "Check which certificates change")
        case .registerName: Phrase("登记名称", "Registered")
        case .oldName: Phrase("证书上的名称", "Old name")
        case .count: Phrase("将变更 {1} 本证书：", "{1} certificate(s) will change:")
        case .sameName:
            Phrase("企业登记中的名称与证书一致，没有需要变更的证书。", "The register holds the name that the certificates have.")
        case .sameNameNext:
            Phrase("如果企业已更名，请先到市场监管部门变更登记，更新后再来。", "If it was renamed, change the register first, then come back.")
        case .confirm: Phrase("确认更名", "Rename")
        case .nothingToRename: Phrase("没有要变更的证书", "Nothing to change")
        case .questionTitle: Phrase("确认变更 {1} 本证书？", "Change {1} certificate(s)?")
        case .questionText:
            Phrase("全部改为“{1}”。每位持证人要重新领取电子证书。", "All to “{1}”. Each holder has to collect again.")
        case .renameNow: Phrase("确认变更", "Change them")
        case .notNow: Phrase("暂不变更", "Not now")
        case .renaming: Phrase("正在变更企业名称", "Renaming the enterprise")
        case .doneTitle: Phrase("企业名称变更完成", "Renamed")
        case .doneText: Phrase("已变更 {1} 本证书，请通知持证人重新领取。", "{1} certificate(s) changed. Tell the holders to collect.")
        case .print: Phrase("打印变更清单", "Print the list")
        }
    }
}

/// Printing of papers that are no acceptance notice; `{1}` is the paper.
package enum PaperText: TextKey {
    case notice, correction, nonAcceptance, receipt, certificate, renames, printTitle, ordering, printedTitle,
        printedText
    case alreadyTitle, unknownTitle, printCorrection, printNonAcceptance, printReceipt, receiptNote

    package var phrase: Phrase {
        switch self {
        case .notice: Phrase("受理通知书", "acceptance notice")
        case .correction: Phrase("补正告知书", "correction notice")
        case .nonAcceptance: Phrase("不予受理通知书", "notice of non-acceptance")
        case .receipt: Phrase("收件凭证", "filing receipt")
        case .certificate: Phrase("注册证书", "certificate")
        case .renames: Phrase("变更清单", "list of changes")
        case .printTitle: Phrase("正在打印{1}", "Printing the {1}")
        case .ordering: Phrase("正在准备{1}…", "Preparing the {1}…")
        case .printedTitle: Phrase("打印完成，请取走{1}", "Printed: take your {1}")
        case .printedText: Phrase("{1}在打印机出纸口。", "The {1} lies in the tray.")
        case .alreadyTitle: Phrase("{1}已经打印过", "The {1} was printed before")
        case .unknownTitle: Phrase("请看一看：{1}出来了吗？", "Please look: is the {1} out?")
        case .printCorrection: Phrase("打印补正告知书", "Print what to correct")
        case .printNonAcceptance: Phrase("打印不予受理通知书", "Print the decision")
        case .printReceipt: Phrase("打印收件凭证", "Print a receipt")
        case .receiptNote:
            Phrase("可以先打印收件凭证；受理通知书等业务系统答复后打印。", "Take a receipt now; the notice follows the store's answer.")
        }
    }
}

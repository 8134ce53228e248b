extension PrinterFault: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .outOfPaper:
            FaultAdvice(
                "P-301", "打印机缺纸，正在呼叫工作人员。加纸后自动继续打印，请稍候。",
                "The printer is out of paper. Printing goes on by itself once it is filled; please wait.",
                staff: "加 A4 纸，打印自动继续。", technician: "printer-state-reasons: media-empty or media-needed")
        case .jam:
            FaultAdvice(
                "P-302", "打印机卡纸，请不要拉扯，等工作人员处理。",
                "The printer is jammed. Please do not pull the paper; staff will clear it.",
                staff: "打开盖板取出卡纸后合上；看清是否已有一张打印完整。", technician: "printer-state-reasons: media-jam")
        case .coverOpen:
            FaultAdvice(
                "P-303", "打印机盖板没有合上，请等工作人员处理。", "The printer's cover is open. Please wait for staff.",
                staff: "合上盖板，打印自动继续。", technician: "printer-state-reasons: cover-open or door-open")
        case .outOfInk:
            FaultAdvice(
                "P-304", "打印机缺墨，请等工作人员处理，或稍后到其他自助机打印。",
                "The printer needs toner or ink. Please wait for staff, or print later at another kiosk.",
                staff: "更换墨粉盒，打印自动继续。", technician: "printer-state-reasons: toner-empty or marker-supply-empty")
        case .unreachable:
            FaultAdvice(
                "P-305", "打印机未连接。通知书已保存，可稍后或在其他自助机打印。",
                "The printer is not connected. Your notice is kept and can be printed later or elsewhere.",
                staff: "检查打印机电源和连接线；不恢复时通知技术人员。", technician: "the device does not answer its queue")
        case .serviceDown:
            FaultAdvice(
                "P-306", "打印服务没有响应，正在自动恢复。请稍候。",
                "The print service is not answering; it reconnects by itself. Please wait.",
                staff: "等候一分钟；未恢复时通知技术人员。", technician: "cupsd does not answer. systemctl status cups")
        case .stopped:
            FaultAdvice(
                "P-307", "打印机已停用。通知书已保存，可稍后或在其他自助机打印。",
                "The printer has been stopped. Your notice is kept and can be printed later or elsewhere.",
                staff: FaultAdvice.callTechnician,
                technician: "printer-state: stopped; cupsenable the queue when mended")
        case .other(let keyword):
            FaultAdvice(
                "P-308", "打印机出现故障，请等工作人员处理。", "The printer has a problem. Please wait for staff.",
                staff: "按打印机面板提示处理；不恢复时通知技术人员。", technician: "printer-state-reasons: \(keyword)")
        }
    }
}

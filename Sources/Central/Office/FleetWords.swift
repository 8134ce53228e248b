import CentralAPI
import Core

// What the page of machines calls things.
extension FleetEntry {
    /// What somebody should see to.
    var worries: [String] {
        var worries = report.ailments.map { "\($0.part.officeWord)：\($0.code)" }
        if let counts = report.counts {
            if counts.unknownOrders > 0 { worries.append("\(counts.unknownOrders) 份打印结果待人工确认") }
            if counts.waitingEntries > 0 { worries.append("\(counts.waitingEntries) 项办理结果待传送") }
        }
        if let refusal = report.appliance?.site.refusal { worries.append("配置文件未接受：\(refusal)") }
        if let failed = report.appliance?.site.failed.last { worries.append("配置文件第 \(failed) 版连不上系统，已退回") }
        if let refused = report.appliance?.refused { worries.append("升级包未接受：\(refused.reason)") }
        return worries
    }
}

extension FleetEntry {
    var updateLines: [String] {
        var lines = [offered.map { "将升级到 \($0)" }].compactMap { $0 }
        if let trial = report.appliance?.trial {
            let isRunning = trial.version == report.appliance?.version
            lines.append("\(trial.version) \(isRunning ? "试运行中" : "待试运行")\(trial.complaint.map { "：\($0)" } ?? "")")
        }
        for failure in report.appliance?.failed ?? [] {
            lines.append("\(failure.version) 失败已退回（\(failure.at.officeText)）：\(failure.reason)")
        }
        if let fetching = report.fetching { lines.append("升级包下载后校验不符 \(fetching.damaged) 次") }
        return lines
    }
}

extension KioskReport.Part {
    var officeWord: String {
        switch self {
        case .cardService: "读卡服务"
        case .identityReader: "身份证读卡器"
        case .enterpriseReader: "法人一证通读卡器"
        case .printer: "打印机"
        case .storage: "本机存储"
        }
    }
}

extension FleetEvent {
    var officeText: String {
        switch self {
        case .runs(let version): "运行 \(version)"
        case .onTrial(let version): "\(version) 待试运行"
        case .failed(let version, let reason): "\(version) 失败，已退回：\(reason)"
        case .refused(let reason): "升级包未接受：\(reason)"
        case .site(let version): "配置文件第 \(version) 版"
        case .siteFailed(let version): "配置文件第 \(version) 版连不上系统，已退回"
        }
    }
}

extension String {
    /// A code of docs/failures.md with its layer's name.
    var troubleText: String {
        let layers: [Character: String] = [
            "A": "文件与扫描", "C": "读卡", "D": "存储", "E": "企业证书", "F": "表单", "G": "签名与排版", "I": "证件", "K": "业务", "M": "本机",
            "N": "号码", "P": "打印", "R": "受理", "S": "业务系统", "W": "工作卡",
        ]
        return first.flatMap { layers[$0] }.map { "\(self)（\($0)）" } ?? self
    }
}

/// The technician's screens of the machine around the kiosk.
package enum MachineText: TextKey {
    case entry, entryDetail, title, lookAgain, unknown, version, versionInSlot, rootHash, previous, waiting
    case waitingVersion, siteFile, siteVersion, network, noAddress, failedVersion, nothingBefore, cardSigns, ordering
    case acceptLoss, acceptFirst, entriesLost, entriesUnknown
    case restart, restartEffect, restartDone, rollBack, rollBackEffect, rollBackDone, supportToStick, supportToStore
    case supportEffect, stickDone, storeDone, factoryReset, factoryResetEffect, factoryResetDone

    package var phrase: Phrase {
        switch self {
        case .entry: Phrase("整机", "The machine")
        case .entryDetail: Phrase("版本、重启、退回、支持包、恢复出厂", "Version, restart, roll back, support, reset")
        case .title: Phrase("整机维护", "The machine")
        case .lookAgain: Phrase("刷新", "Look again")
        case .unknown: Phrase("没有读到整机状态", "The machine has not answered")
        case .version: Phrase("系统版本", "Version")
        case .versionInSlot: Phrase("{1}（分区 {2}）", "{1} (slot {2})")
        case .rootHash: Phrase("系统哈希", "Root hash")
        case .previous: Phrase("可退回版本", "Version before")
        case .waiting: Phrase("待启用版本", "Written")
        case .waitingVersion: Phrase("{1}，下次启动时试用", "{1}, tried at the next start")
        case .siteFile: Phrase("配置文件", "Site file")
        case .siteVersion: Phrase("第 {1} 版", "number {1}")
        case .network: Phrase("网络", "Network")
        case .noAddress: Phrase("没有地址", "no address")
        case .failedVersion: Phrase("{1} 版已停用（{2}）：{3}", "{1} is not taken again ({2}): {3}")
        case .nothingBefore: Phrase("没有上一版本", "No version before")
        case .cardSigns: Phrase("指令由您的工作卡签名，请不要取卡。", "Your card signs the order: leave it in the slot.")
        case .ordering: Phrase("正在执行…", "The machine is at it…")
        case .acceptLoss: Phrase("已确认可以丢失", "They may be lost")
        case .acceptFirst: Phrase("请先确认可以丢失", "Agree to the loss first")
        case .entriesLost:
            Phrase("有 {1} 条还没有送到业务系统，会丢失", "{1} entries have not reached the store and will be lost")
        case .entriesUnknown:
            Phrase("本机存储没有应答，可能还有没送出的内容", "The storage does not answer: it may hold what was not sent")
        case .restart: Phrase("重新启动", "Restart")
        case .restartEffect:
            Phrase(
                "机器重新启动，约两分钟后回到首页。已写入的新版本会开始试用。",
                "The machine restarts and is back in about two minutes. A version that is written is tried.")
        case .restartDone: Phrase("正在重新启动", "Restarting")
        case .rollBack: Phrase("退回上一版本", "Roll back")
        case .rollBackEffect:
            Phrase(
                "机器重新启动到上一版本；现在的版本不再使用。",
                "The machine restarts with the version before this one, and does not take this one again.")
        case .rollBackDone: Phrase("正在退回上一版本", "Rolling back")
        case .supportToStick: Phrase("支持包存到 U 盘", "Support bundle to a stick")
        case .supportToStore: Phrase("支持包送业务系统", "Support bundle to the store")
        case .supportEffect:
            Phrase(
                "日志和状态打成加密的支持包，只有本厅的密钥能打开，不含个人信息。",
                "Logs and states in one encrypted file that only the site's key opens. Nothing personal is in it.")
        case .stickDone: Phrase("支持包已写入 U 盘", "The support bundle is on the stick")
        case .storeDone: Phrase("支持包已送到业务系统", "The store has the support bundle")
        case .factoryReset: Phrase("恢复出厂", "Factory reset")
        case .factoryResetEffect:
            Phrase(
                "销毁本机保存的一切：数据、密钥、配置。机器会像新的一样启动，需要重新配置。",
                "Shreds all that is kept here: data, keys, settings. The machine starts as a new one and must be set up again."
            )
        case .factoryResetDone: Phrase("正在销毁数据并重新启动", "Shredding and restarting")
        }
    }
}

extension StorageFault: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .full:
            FaultAdvice(
                "D-401", "本机存储已满，暂不能保存。请使用其他自助机或到人工窗口。",
                "This kiosk's storage is full. Please use another kiosk or the counter.",
                staff: FaultAdvice.callTechnician, technician: "SQLITE_FULL: free space on the data partition")
        case .damaged:
            FaultAdvice(
                "D-402", "本机存储出错，暂不能办理。请使用其他自助机或到人工窗口。",
                "This kiosk's storage has failed. Please use another kiosk or the counter.",
                staff: FaultAdvice.callTechnician,
                technician: "database or audit chain damaged: keep the file, restore, compare with the store")
        case .unavailable:
            FaultAdvice(
                "D-403", "本机存储暂不可用，请稍候再试。", "This kiosk's storage is not available. Please try again shortly.",
                staff: "等候一分钟；未恢复时通知技术人员。", technician: "database cannot be opened or is locked")
        case .keyMismatch:
            FaultAdvice(
                "D-404", "本机存储无法解密，暂不能办理。请使用其他自助机或到人工窗口。",
                "This kiosk cannot open its storage. Please use another kiosk or the counter.",
                staff: FaultAdvice.callTechnician,
                technician: "the key does not open what is stored: wrong key file or another machine's disk")
        case .newer:
            FaultAdvice(
                "D-405", "本机程序比存储的数据旧，暂不能办理。请使用其他自助机或到人工窗口。",
                "This kiosk's program is older than what it has stored. Please use another kiosk or the counter.",
                staff: FaultAdvice.callTechnician,
                technician: "a later version has written the database: go forward again (kiosk update)")
        }
    }
}

/// Why a machine is not enrolled yet, below A-05.
package enum EnrolmentTrouble: String, CaseIterable, Sendable {
    case asking, storeUnreachable, codeRefused, codeUsed, codeExpired, clock, notOffered, misunderstood, disk

    package var chinese: String {
        switch self {
        case .asking: "正在向业务系统登记，请稍候。"
        case .storeUnreachable: "业务系统联系不上：请检查网络、地址和端口。恢复后自动继续。"
        case .codeRefused: "登记码不是本机的：请核对配置文件中的本机名称和登记码。"
        case .codeUsed: "登记码已被使用：请向系统管理员要新的登记码，写入新的配置文件。"
        case .codeExpired: "登记码已过期或试错太多：请向系统管理员要新的登记码，写入新的配置文件。"
        case .clock: "本机时钟不对：请检查时间服务器，或在固件设置中校正日期。"
        case .notOffered: "业务系统未开放登记：请系统管理员在其设置中加入 enrolment。"
        case .misunderstood: "业务系统的答复无法识别：请核对两边的版本和配置文件中的根证书。"
        case .disk: "密钥或证书不能写入本机存储：请联系技术人员。"
        }
    }

    package var english: String {
        switch self {
        case .asking: "Asking the store to enrol this machine."
        case .storeUnreachable: "The store cannot be reached: check network, address and port. It goes on by itself."
        case .codeRefused: "The code is not this machine's: compare name and code in the site file."
        case .codeUsed: "The code was used already: ask for a new one, and make a new site file."
        case .codeExpired: "The code has expired or was tried too often: ask for a new one, and make a new site file."
        case .clock: "This machine's clock is wrong: check the time server, or set the date in the firmware."
        case .notOffered: "The store enrols no machines: its settings need “enrolment”."
        case .misunderstood: "The store's answer is not understood: compare versions and the root in the site file."
        case .disk: "Key or certificate cannot be written to the disk: call a technician."
        }
    }
}

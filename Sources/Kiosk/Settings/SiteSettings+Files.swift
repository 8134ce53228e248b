import Core
import Files
import Screens
import Sync

extension SiteSettings {
    /// What the screens may offer.
    var fileWays: Set<FileWay> {
        var ways: Set<FileWay> = []
        if files?.sticks != nil { ways.insert(.stick) }
        if files?.phone == true { ways.insert(.phone) }
        if files?.scanner != nil { ways.insert(.scanner) }
        return ways
    }

    func filePorts(_ client: CentralClient) -> FilePorts {
        let stick = files?.sticks.map { StickFiles(under: $0, gate: files?.stickGate) }
        return FilePorts(
            stick: stick, taking: stick, scanner: files?.scanner?.port, phone: files?.phone == true ? client : nil,
            pages: PopplerPages())
    }
}

extension ScannerSetting {
    var port: any DocumentScanner {
        switch self {
        case .address(let address): ESCLScanner(address)
        case .program(let program, let device): ProgramScanner(program: program, device: device)
        }
    }
}

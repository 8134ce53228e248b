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
        return ways
    }

    func filePorts(_ client: CentralClient) -> FilePorts {
        FilePorts(
            stick: files?.sticks.map { StickFiles(under: $0) }, phone: files?.phone == true ? client : nil,
            pages: PopplerPages())
    }
}

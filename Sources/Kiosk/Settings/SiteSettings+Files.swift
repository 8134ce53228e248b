import Core
import Files
import Screens

extension SiteSettings {
    /// What the screens may offer.
    var fileWays: Set<FileWay> {
        var ways: Set<FileWay> = []
        if files?.sticks != nil { ways.insert(.stick) }
        return ways
    }

    var filePorts: FilePorts {
        FilePorts(stick: files?.sticks.map { StickFiles(under: $0) }, pages: PopplerPages())
    }
}

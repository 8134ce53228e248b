import Appliance
import Foundation
import Glibc

/// Writes what network, firewall, spooler and clock read of the site's file in force.
struct SiteEnforcement {
    let site: SiteFolder
    /// Folder of this start's settings.
    let runtime: String

    func run() throws {
        let network = site.file?.network ?? SiteFile.Network()
        try write(network.hostsFile, to: "kiosk/hosts")
        guard site.file != nil else { return }
        if let text = network.networkFile { try write(text, to: "systemd/network/10-site.network") }
        if let text = network.timeFile { try write(text, to: "systemd/timesyncd.conf.d/site.conf") }
        let settings = try SiteSettings.read(site.current.appending(path: SiteFile.settings))
        try write(settings.firewall, to: "kiosk/site.nft")
        try write(settings.queue, to: "kiosk/printer.env")
    }

    private func write(_ text: String, to name: String) throws {
        let path = URL(filePath: runtime).appending(path: name)
        try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path, options: .atomic)
        // Other accounts' programs read it.
        chmod(path.path, 0o644)
    }
}

extension SiteSettings {
    /// Elements of the two sets in image/rootfs/usr/share/kiosk/nftables.conf.
    var firewall: String {
        """
        add element inet kiosk store { \(store.url.port ?? 443) }
        add element inet kiosk printer { \(printer.device.port ?? 631) }

        """
    }

    /// For image/rootfs/usr/lib/kiosk/queue. A URL holds no blank, quote or line end.
    var queue: String { "QUEUE=\(printer.queue)\nPRINTER_URI=\(printer.device.absoluteString)\n" }
}

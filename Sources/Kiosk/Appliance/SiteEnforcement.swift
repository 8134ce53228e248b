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
        try write(Firewall(to: settings.goals, network).rules, to: "kiosk/site.nft")
        if let inputs = settings.usb?.inputs {
            let rules = try String(contentsOfFile: ApplianceFolders.usbRules, encoding: .utf8)
            // USBGuard reads no file that others could.
            try write(USBRules.limiting(rules, to: inputs), to: "kiosk/usbguard.rules", mode: 0o600)
        }
        try write(settings.queue, to: "kiosk/printer.env")
    }

    private func write(_ text: String, to name: String, mode: mode_t = 0o644) throws {
        let path = URL(filePath: runtime).appending(path: name)
        try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path, options: .atomic)
        // Most are read by other accounts' programs.
        chmod(path.path, mode)
    }
}

extension SiteSettings {
    /// What this machine must reach.
    var goals: [Firewall.Goal] {
        var goals = [
            Firewall.Goal(.store, host: store.url.host() ?? "", port: store.url.port ?? 443),
            Firewall.Goal(.printer, host: printer.device.host() ?? "", port: printer.device.port ?? 631),
        ]
        if case .address(let scanner)? = files?.scanner {
            let port = scanner.port ?? (scanner.scheme == "https" ? 443 : 80)
            goals.append(Firewall.Goal(.store, host: scanner.host() ?? "", port: port))
        }
        return goals
    }

    /// For image/rootfs/usr/lib/kiosk/queue. A URL holds no blank, quote or line end.
    var queue: String { "QUEUE=\(printer.queue)\nPRINTER_URI=\(printer.device.absoluteString)\n" }
}

import Appliance
import ArgumentParser
import Foundation

/// `kiosk provision`: at the desk where site files are made. Packs a folder and signs it with the site's key.
struct ProvisionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provision", abstract: "Makes a signed site file for a machine.",
        discussion: """
            The folder holds kiosk.json and every file that it names beside itself. Copy the result to a stick as
            kiosk-site.p7m, put the stick into the machine and restart it.
            """)

    @Argument(help: "Folder with kiosk.json and the certificates and keys that it names.")
    var folder: String

    @Option(help: "Grows with each file for this machine.")
    var version: Int

    @Option(help: "Days in which a machine takes it.")
    var days = 30

    @Option(help: "JSON: address, gateway, dns, ntp, hosts; without it DHCP says everything.")
    var network: String?

    @Option(help: "The site's certificate, PEM.")
    var certificate: String

    @Option(help: "The site's private key, PEM.")
    var key: String

    @Option(help: "Where the site file goes.")
    var output = "kiosk-site.p7m"

    func run() throws {
        let source = URL(filePath: folder)
        do throws(SettingsProblem) {
            _ = try SiteSettings.read(source.appending(path: SiteFile.settings))
        } catch {
            throw ValidationError(error.description)
        }
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
            files[name] = try String(contentsOf: source.appending(path: name), encoding: .utf8)
        }
        let reach = try network.map {
            try JSONDecoder().decode(SiteFile.Network.self, from: Data(contentsOf: URL(filePath: $0)))
        }
        let site = SiteFile(
            version: version, expires: Date().addingTimeInterval(Double(days) * 86_400), files: files,
            network: reach ?? SiteFile.Network())
        // What a machine would refuse is refused here.
        do throws(SiteRefusal) { _ = try SiteFile(verified: (try? site.encoded()) ?? Data()) } catch {
            throw ValidationError("the folder \(error)")
        }
        guard let signed = SignedFile.sign(try site.encoded(), certificate: certificate, key: key) else {
            throw ValidationError("cannot be signed: is \(key) the key of \(certificate)?")
        }
        try signed.write(to: URL(filePath: output))
    }
}

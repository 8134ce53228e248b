import Appliance
import ArgumentParser
import Foundation
import Glibc

/// `kiosk site`: what the appliance does with the site's file at its start.
struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Takes the site's file, and puts it into force (for the appliance's own services).",
        subcommands: [
            TakeSiteCommand.self, EnforceSiteCommand.self, JudgeSiteCommand.self, ShowSiteCommand.self,
        ])
}

/// Where everything lies on the appliance.
enum ApplianceFolders {
    static let site = "/var/lib/kiosk-site"
    static let siteAuthority = "/usr/share/kiosk/trust/site.pem"
    /// What the technician's screen and the one that stands for it say of the last file that was not taken.
    static let siteRefusal = "/run/kiosk/site-refusal"
    static let runtime = "/run"
    static let usbRules = "/usr/share/kiosk/usbguard.rules"
    static let account = "kiosk"

    static func siteFolder(_ path: String) -> SiteFolder {
        SiteFolder(path, group: getgrnam(account)?.pointee.gr_gid ?? getgid())
    }
}

/// `kiosk site take`: looks for a newer file; one that is wrong is refused in words, and what was in force stays so.
struct TakeSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "take", abstract: "Takes a newer site file.")

    @Argument(help: "Site files.")
    var files: [String] = []

    @Flag(help: "Look into the service's credential kiosk.site.")
    var fromCredential = false

    @Option(help: "Look for kiosk-site.p7m on every stick mounted under this folder.")
    var fromSticks: String?

    @Option(help: "Where site files lie on this machine.")
    var folder = ApplianceFolders.site

    @Option(help: "Certificate that must have signed.")
    var authority = ApplianceFolders.siteAuthority

    @Option(help: "Where a refusal is told; it is empty when all is well.")
    var refusal: String?

    func run() throws {
        let refusals = takeAll()
        if let refusal { try? Data(refusals.utf8).write(to: URL(filePath: refusal)) }
        if !refusals.isEmpty { StandardError.tell(refusals) }
        // A machine with a file in force goes on with it.
        if !refusals.isEmpty, ApplianceFolders.siteFolder(folder).version == nil { throw ExitCode.failure }
    }

    /// - Returns: the refusals, a line each.
    private func takeAll() -> String {
        var told: [String] = []
        for file in candidates {
            do throws(SiteRefusal) {
                try take(file)
                print("site file taken: \(file.path)")
            } catch .notNewer {
                continue
            } catch {
                told.append("\(file.lastPathComponent): \(error)")
            }
        }
        return told.joined(separator: "\n")
    }

    private var candidates: [URL] {
        var found = files.map { URL(filePath: $0) }
        if fromCredential, let folder = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] {
            found.append(URL(filePath: folder).appending(path: "kiosk.site"))
        }
        if let sticks = fromSticks {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: sticks)) ?? []
            found += names.sorted().map { URL(filePath: sticks).appending(path: "\($0)/kiosk-site.p7m") }
        }
        return found.filter { FileManager.default.fileExists(atPath: $0.path) }
    }

    private func take(_ file: URL) throws(SiteRefusal) {
        guard let content = SignedFile.content(of: file, authority: authority) else { throw .signature }
        let site = try SiteFile(verified: content)
        try ApplianceFolders.siteFolder(folder).take(site, now: Date()) { folder throws(SiteRefusal) in
            do throws(SettingsProblem) {
                _ = try SiteSettings.read(folder.appending(path: SiteFile.settings))
            } catch {
                throw .settings(error.description.replacing("\(folder.path)/", with: ""))
            }
        }
    }
}

/// `kiosk site enforce`: writes what other programs of the machine read of the site's file.
struct EnforceSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enforce", abstract: "Tells network, firewall, spooler and clock what the site's file says.")

    @Option(help: "Where site files lie on this machine.")
    var folder = ApplianceFolders.site

    @Option(help: "Where this start's settings go.")
    var runtime = ApplianceFolders.runtime

    func run() throws {
        try SiteEnforcement(site: ApplianceFolders.siteFolder(folder), runtime: runtime).run()
    }
}

/// `kiosk site show`: for a technician at a desk: is this file good, and for what?
struct ShowSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Checks a site file and says what it holds.")

    @Argument(help: "The site file.")
    var file: String

    @Option(help: "Certificate that must have signed.")
    var authority = ApplianceFolders.siteAuthority

    func run() throws {
        do throws(SiteRefusal) {
            guard let content = SignedFile.content(of: URL(filePath: file), authority: authority) else {
                throw .signature
            }
            let site = try SiteFile(verified: content)
            print("version \(site.version), to be taken until \(site.expires.ISO8601Format())")
            for name in site.files.keys.sorted() { print("  \(name)") }
        } catch {
            StandardError.tell("\(file): \(error)")
            throw ExitCode.failure
        }
    }
}

import Appliance
import ArgumentParser
import Core
import Foundation

/// `kiosk machine`: the appliance's own services for its technician.
struct MachineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "machine", abstract: "Tells what this machine is, and carries out its technician's orders.",
        subcommands: [ReportMachineCommand.self, ObeyOrderCommand.self, OpenSupportCommand.self])
}

/// `kiosk machine report`
struct ReportMachineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Writes what the machine is for the screen's program to read.")

    func run() throws { try MachineReporter().write() }
}

/// `kiosk machine obey`
struct ObeyOrderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "obey",
        abstract: "Carries out the order that the screen's program has left, if a technician signed it.")

    func run() async throws {
        let files = MachineFiles()
        let desk = OrderDesk(files: files, reporter: MachineReporter(files: files)) { () throws(MachineFault) in
            let settings = ApplianceFolders.siteFolder(ApplianceFolders.site).current.appending(path: SiteFile.settings)
            guard let trust = try? SiteSettings.read(settings).staffTrust else { throw .notSigned }
            return trust
        }
        try await desk.obey(ThisMachine(files: files))
    }
}

/// `kiosk machine open-support`: at the desk where the site's key is.
struct OpenSupportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open-support", abstract: "Opens a support bundle with the site's key.")

    @Argument(help: "The bundle, as it came on a stick or from the store.")
    var bundle: String

    @Option(help: "The site's certificate, PEM.")
    var certificate: String

    @Option(help: "The site's private key, PEM.")
    var key: String

    func run() throws {
        guard let text = SealedFile.open(bundle, certificate: certificate, key: key) else {
            throw ValidationError("\(bundle) cannot be opened: is it a support bundle, made for this key?")
        }
        FileHandle.standardOutput.write(text)
    }
}

import ArgumentParser

/// The program on the appliance.
@main
struct KioskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiosk", abstract: "Self-service kiosk of a service hall.",
        subcommands: [
            RunCommand.self, CardCommand.self, PaperCommand.self, BenchPapersCommand.self, BakeSpeechCommand.self,
            BenchSpeechCommand.self, SiteCommand.self, ProvisionCommand.self, OutOfServiceCommand.self,
            UpdateCommand.self, MachineCommand.self,
        ])
}

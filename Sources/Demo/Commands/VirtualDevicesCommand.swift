import ArgumentParser

/// The program for desks and tests: a hall without a hall. It never reaches an image.
@main
struct VirtualDevicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "virtual-devices",
        abstract: "A service hall on a desk: virtual cards, printer, store, and a kiosk.",
        subcommands: [
            DemoCommand.self, FaultsCommand.self, BenchCommand.self, PrivacyCommand.self, MachineCommand.self,
        ])
}

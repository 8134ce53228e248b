import ArgumentParser

@main
struct CentralCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "central", abstract: "The store that kiosks of registered architects sync with.",
        subcommands: [
            InitCommand.self, SeedCommand.self, ServeCommand.self, ListCommand.self, ReviewerCommand.self,
            CalendarCommand.self, ImportCommand.self, SupportCommand.self, ReleaseCommand.self, KioskCommand.self,
        ])
}

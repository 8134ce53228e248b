import Appliance
import ArgumentParser
import Core
import Foundation
import Glibc
import Logging
import Screens
import ServiceLifecycle
import Sync
import Terminal
import UnixSignals

/// `kiosk run`: the screens on this terminal.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Shows the screens on the settings' display, else on this terminal, and serves people until stopped.")

    @Option(help: "The site's settings file.")
    var settings: String = "/etc/kiosk/kiosk.json"

    @Option(help: "Where the log is appended. It holds no personal data.")
    var log: String?

    func run() async throws {
        try ProcessMemory.protect()
        let site = try SiteSettings.read(URL(fileURLWithPath: settings))
        if let socket = site.readers.socket { setenv("PCSCLITE_CSOCK_NAME", socket, 1) }
        let logger = try FileLog.logger(at: log)
        // A library that asks for a logger of its own must not write on the screen either.
        LoggingSystem.bootstrap { _ in logger.handler }
        let enroller = Enroller(site, logger: logger)
        if let enroller, enroller.standing == nil {
            guard try await Self.enrol(enroller, on: try site.backend()) else { return }
            throw Self.startAgain()
        }
        let live = try Live(site, logger: logger, log: log)
        let keeper = enroller.map { enroller in
            IdentityKeeper(enroller, logger: logger) { () throws(StoreFault) in _ = try await live.client.storeTime() }
        }
        let screens = KioskService(
            live: live, settings: site.screens, draftDays: site.draftDays, backend: try site.backend(), keeper: keeper)
        var services = live.services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) }
        services.append(
            .init(service: screens, successTerminationBehavior: .gracefullyShutdownGroup))
        try await ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint, .sighup], logger: logger)
        ).run()
        if keeper?.wantsRestart == true { throw Self.startAgain() }
    }

    /// - Returns: false when the terminal went before the machine was enrolled.
    private static func enrol(_ enroller: Enroller, on backend: any Backend) async throws -> Bool {
        let screen = EnrolmentScreen(
            backend: backend,
            enrol: {
                do throws(EnrolmentFault) { try await enroller.enrol() } catch { return EnrolmentTrouble(error) }
                return nil
            }, pulse: Pulse(ServiceManager(environment: ProcessInfo.processInfo.environment)))
        let isEnrolled = await screen.run()
        await backend.close()
        return isEnrolled
    }

    /// This program from its beginning, in the same process: what it is known by is read once, and a service manager
    /// sees no end.
    /// - Returns: why it could not.
    private static func startAgain() -> ExitCode {
        var arguments = CommandLine.arguments.map { strdup($0) }
        arguments.append(nil)
        execv("/proc/self/exe", arguments)
        return .failure
    }
}

extension SiteSettings {
    /// The part of the settings that the screens need.
    var screens: KioskSettings {
        var settings = KioskSettings(hall: hall.name, machine: hall.machine)
        settings.idle = session?.idle ?? settings.idle
        settings.idleOnForms = session?.idleOnForms ?? settings.idleOnForms
        settings.idleInLargePrint = session?.idleInLargePrint ?? settings.idleInLargePrint
        settings.warning = session?.warning ?? settings.warning
        settings.canSpeak = speech != nil
        settings.fileWays = fileWays
        if let panel { settings.panel = Terminal.Panel(width: panel.width, height: panel.height) }
        settings.presentation.language = presentation?.language ?? settings.presentation.language
        settings.presentation.printSize = presentation?.printSize ?? settings.presentation.printSize
        settings.presentation.contrast = presentation?.contrast ?? settings.presentation.contrast
        settings.presentation.isVoiced = presentation?.isVoiced ?? settings.presentation.isVoiced
        return settings
    }
}

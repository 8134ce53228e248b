import ArgumentParser
import CentralAPI
import Foundation

/// The kiosks that this store certifies.
struct KioskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiosk", abstract: "Kiosks: let one enrol, list them, take a kiosk's certificates back.",
        subcommands: [Enrol.self, List.self, Revoke.self])

    struct Store: ParsableArguments {
        @Option(help: "Settings file of the store.")
        var config: String

        func roll(certifying: Bool = false) throws -> KioskRoll {
            let store = try SettingsFile(at: config)
            if certifying, store.settings.enrolment == nil { throw KioskRollFault.noEnrolment }
            return KioskRoll(
                database: try SQLiteDatabase(file: store.url(store.settings.dataFile)),
                vault: try StoreFolder(store).vault(), world: .real)
        }
    }

    struct Enrol: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a one-use code for a kiosk, once; it is good in place of any code before it.",
            discussion: "It goes into the kiosk's settings: \"store\": {…, \"enrolment\": {\"code\": \"…\"}}.")
        @OptionGroup var store: Store
        @Option(help: "Hours in which the kiosk must enrol.") var hours = 72
        @Argument(help: "As “kiosk” in its settings: kiosk-001") var name: String

        func validate() throws {
            guard (1...8_760).contains(hours) else { throw ValidationError("--hours: 1 to 8760") }
        }

        func run() async throws {
            try await told { print(try await store.roll(certifying: true).invite(name, hours: hours, by: "operator")) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the kiosks: name, certificate, code, last report.")
        @OptionGroup var store: Store

        func run() async throws {
            for entry in try await store.roll().entries() {
                let certificate =
                    entry.certifiedUntil.map { "certified until \(WireCoding.text(of: $0))" }
                    ?? (entry.isRevoked ? "revoked" : "not certified here")
                let code = entry.codeUntil.map { "code until \(WireCoding.text(of: $0))" } ?? "no code"
                let report = entry.lastReport.map { "reported \(WireCoding.text(of: $0))" } ?? "never reported"
                print("\(entry.name)\t\(certificate)\t\(code)\t\(report)")
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take back every certificate and code of a kiosk. With a new code it may enrol again.")
        @OptionGroup var store: Store
        @Argument var name: String

        func run() async throws {
            try await told { try await store.roll().revoke(name, by: "operator") }
        }
    }
}

/// What is wrong with the arguments is told as such.
private func told(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let fault as KioskRollFault { throw ValidationError("\(fault)") }
}

import ArgumentParser
import Core
import Foundation

/// Accounts of the back office.
struct ReviewerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviewer", abstract: "Accounts of the back office.",
        subcommands: [Add.self, Password.self, Disable.self, Enable.self, List.self])

    struct Store: ParsableArguments {
        @Option(help: "Settings file of the store.")
        var config: String

        func accounts() throws -> ReviewerAccounts {
            let store = try SettingsFile(at: config)
            let database = try SQLiteDatabase(file: store.url(store.settings.dataFile))
            return ReviewerAccounts(database: database, world: .real)
        }
    }

    /// A password is never an argument: arguments are seen by everybody on the machine.
    struct PasswordSource: ParsableArguments {
        @Option(
            help: "File whose first line is the password; - reads it from standard input. Left out: one is made up.")
        var passwordFile: String?

        func password() throws -> (text: String, isMadeUp: Bool) {
            guard let passwordFile else { return (Self.madeUp(.real), true) }
            let data =
                passwordFile == "-"
                ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: passwordFile))
            let line = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first
            return (line.map(String.init) ?? "", false)
        }

        /// Twenty characters that nobody mistakes for another: 99 bits.
        private static func madeUp(_ world: World) -> String {
            let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
            return String((0..<20).map { _ in alphabet[Int(world.number(below: UInt32(alphabet.count)))] })
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add an account; prints a password that was made up.")
        @OptionGroup var store: Store
        @OptionGroup var source: PasswordSource
        @Option(help: "The name that colleagues know.") var name: String
        @Option(help: "reviewer or supervisor.") var role = Reviewer.Role.reviewer
        @Argument(help: "What is typed at the login.") var id: String

        func run() async throws {
            let password = try source.password()
            let reviewer = Reviewer(id: id, name: name, role: role, isActive: true)
            try await told { try await store.accounts().add(reviewer, password: password.text, by: "operator") }
            print(password.isMadeUp ? "\(id): \(password.text)" : "\(id) added")
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set a password; ends the sessions of the account.")
        @OptionGroup var store: Store
        @OptionGroup var source: PasswordSource
        @Argument var id: String

        func run() async throws {
            let password = try source.password()
            try await told { try await store.accounts().setPassword(password.text, of: id, by: "operator") }
            print(password.isMadeUp ? "\(id): \(password.text)" : "\(id) changed")
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Switch an account off; ends its sessions.")
        @OptionGroup var store: Store
        @Argument var id: String

        func run() async throws {
            try await told { try await store.accounts().setActive(false, of: id, by: "operator") }
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Switch an account on again.")
        @OptionGroup var store: Store
        @Argument var id: String

        func run() async throws {
            try await told { try await store.accounts().setActive(true, of: id, by: "operator") }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts: id, role, on or off, name.")
        @OptionGroup var store: Store

        func run() async throws {
            for reviewer in try await store.accounts().database.read({ try $0.reviewers() }) {
                print(
                    "\(reviewer.id)\t\(reviewer.role.rawValue)\t\(reviewer.isActive ? "on" : "off")\t\(reviewer.name)")
            }
        }
    }
}

/// What is wrong with the arguments is told as such.
private func told(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let fault as ReviewerFault { throw ValidationError("\(fault)") }
}

extension Reviewer.Role: ExpressibleByArgument {}

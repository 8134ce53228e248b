import ArgumentParser
import Foundation

/// The store's channel for updates.
struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Updates of the kiosks: what is here, and who is offered what.",
        subcommands: [Add.self, Offer.self, Withdraw.self, List.self])

    struct Store: ParsableArguments {
        @Option(help: "Settings file of the store.")
        var config: String

        func shelf() throws -> ReleaseShelf {
            let store = try SettingsFile(at: config)
            return ReleaseShelf(
                database: try SQLiteDatabase(file: store.url(store.settings.dataFile)),
                folder: store.url(store.settings.releasesDirectory), world: .real)
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take up a bundle, or a delta over another version. Nobody is offered it yet.")
        @OptionGroup var store: Store
        @Argument(help: "The file that script/image has made.") var file: String

        func run() async throws {
            try await told { try await store.shelf().add(URL(filePath: file), by: "operator") }
        }
    }

    struct Offer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Offer a version to kiosks, in place of what was said of it before.")
        @OptionGroup var store: Store
        @Argument var version: String
        @Option(help: "Names with commas: kiosk-001,kiosk-002") var to: String?
        @Option(help: "Percent of the kiosks, always the same ones.") var share: Int?
        @Flag(help: "Every kiosk.") var all = false

        func run() async throws {
            try await told {
                try await store.shelf().offer(version, to: try audience(), by: "operator")
            }
        }

        private func audience() throws(ReleaseFault) -> ReleaseAudience {
            switch (to, share, all) {
            case (let to?, nil, false):
                let names = to.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                guard !names.isEmpty, !names.contains("") else { throw .audience("--to: names with commas") }
                return .kiosks(names)
            case (nil, let share?, false):
                guard (1...100).contains(share) else { throw .audience("--share: 1 to 100") }
                return .share(share)
            case (nil, nil, true): return .all
            default: throw .audience("one of --to, --share, --all")
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Offer a version to nobody any more. A kiosk that runs it goes on with it.")
        @OptionGroup var store: Store
        @Argument var version: String

        func run() async throws {
            try await told { try await store.shelf().withdraw(version, by: "operator") }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the files: version, base of a delta, bytes, offered to whom, beginning of the SHA-256.")
        @OptionGroup var store: Store

        func run() async throws {
            for release in try await store.shelf().database.read({ try $0.releases() }) {
                let base = release.base.map { "from \($0.version)" } ?? "full"
                let audience = release.audience.map { "\($0)" } ?? "nobody"
                print("\(release.version)\t\(base)\t\(release.size)\t\(audience)\t\(release.digest.prefix(12))")
            }
        }
    }
}

/// What is wrong with the arguments is told as such.
private func told(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let fault as ReleaseFault { throw ValidationError("\(fault)") }
}

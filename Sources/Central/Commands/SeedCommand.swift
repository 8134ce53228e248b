import ArgumentParser
import Core
import Crypto
import Foundation

struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed", abstract: "Fill in fictitious people and enterprises; may be repeated.")

    @Option(help: "Settings file of the store.")
    var config: String

    @Option(help: "How many enterprises to make up, when no file is given.")
    var enterprises = 40

    @Argument(
        help:
            "JSON file {enterprises: [{code, name, phone}], people: [{name, number, kind, qualification, registration}]}."
    )
    var file: String?

    func run() async throws {
        let store = try SettingsFile(at: config)
        let photo = Data(PackageResources.sample_photo_jpg)
        guard let digest = PaperDigest(bytes: SHA256.hash(data: photo)) else { return }
        let database = try SQLiteDatabase(file: store.url(store.settings.dataFile))
        let document = try await seed(database)
        try await document.fill(database, photo: photo, digest: digest, world: .real)
        print("\(document.enterprises.count) enterprises, \(document.people.count) people")
    }

    private func seed(_ database: SQLiteDatabase) async throws -> SeedDocument {
        guard let file else {
            return try await FictitiousSeed.document(enterprises: enterprises).sparingRecords(in: database)
        }
        guard let data = try? Data(contentsOf: URL(filePath: file)) else {
            throw ValidationError("\(file): cannot be read")
        }
        do { return try JSONDecoder().decode(SeedDocument.self, from: data) } catch {
            throw ValidationError("\(file): \(SettingsFault(error, path: file))")
        }
    }
}

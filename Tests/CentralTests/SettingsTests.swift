import Core
import Foundation
import Testing

@testable import Central

struct SettingsTests {
    private static let least = """
        "tls": {"certificate": "a", "key": "b", "clientCA": "c"}, "enterpriseRoots": "d"
        """

    private func read(_ text: String, _ body: (Result<CentralSettings, SettingsFault>) throws -> Void) async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "settings.json")
            try Data(text.utf8).write(to: file)
            do throws(SettingsFault) {
                let settings = try SettingsFile(at: file.path()).settings
                try? body(.success(settings))
            } catch {
                try? body(.failure(error))
            }
        }
    }

    @Test func `what is left out has its default`() async throws {
        try await read("{\(Self.least), \"sms\": {\"spoolDirectory\": \"sms\"}}") { result in
            let settings = try result.get()
            #expect(settings.codes == .init(lifeSeconds: 300, tries: 5, resendSeconds: 60))
            #expect(settings.acceptance == .automatic)
            #expect(settings.backOffice == nil)
            #expect(settings.creditCodeOIDs == ["1.2.156.112570.11.210"])
        }
    }

    static let faults: [(String, String)] = [
        ("{", "not JSON"),
        ("{}", "“tls” is missing"),
        ("{\(least), \"sms\": {}}", "“sms”: either spoolDirectory or webhookURL"),
        ("{\(least), \"sms\": {\"webhookURL\": \"here\"}}", "“sms.webhookURL”: an absolute URL"),
        ("{\(least), \"sms\": {\"spoolDirectory\": \"s\"}, \"prot\": 1}", "“prot”: no such setting"),
        ("{\(least), \"sms\": {\"spoolDirectory\": \"s\"}, \"port\": 70000}", "“port”: 0 to 65535"),
        ("{\(least), \"sms\": {\"spoolDirectory\": \"s\"}, \"decisionDays\": 0}", "“decisionDays”: a positive"),
        ("{\"tls\": {\"certificate\": 1}}", "“tls.certificate”"),
    ]

    @Test(arguments: faults)
    func `a fault names the setting`(_ text: String, _ expected: String) async throws {
        try await read(text) { result in
            guard case .failure(let fault) = result else {
                Issue.record("accepted")
                return
            }
            #expect(fault.description.contains(expected), "\(fault)")
        }
    }

    @Test func `the skeleton that init writes is read back`() throws {
        let data = try JSONEncoder().encode(CentralSettings.skeleton)
        #expect(try JSONDecoder().decode(CentralSettings.self, from: data) == CentralSettings.skeleton)
    }

    @Test func `init makes a store, and a second time leaves it alone`() async throws {
        try await withFolder { folder in
            let place = StoreFolder(settings: .skeleton, url: { folder.appending(path: $0) })
            try place.create(.real)
            let names = ["store.key", "person-root.pem", "person-root.key"]
            let before = try names.map { try Data(contentsOf: folder.appending(path: $0)) }
            try place.create(.real)
            #expect(try names.map { try Data(contentsOf: folder.appending(path: $0)) } == before)
        }
    }

    @Test func `a key file that others may read is refused`() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "store.key")
            _ = try KeyVault.create(file: file)
            try FileManager.default.setAttributes(
                [.posixPermissions: NSNumber(value: 0o644)], ofItemAtPath: file.path())
            #expect(throws: KeyFileFault.self) { try KeyVault(file: file) }
        }
    }

    @Test func `the seed may be repeated, and a renamed enterprise comes into the register again`() async throws {
        try await withStore { store in
            try await Samples.seed.fill(
                store.registry.database, photo: Samples.photo, digest: Samples.digest(Samples.photo),
                world: store.registry.world)
            let page = try await store.registry.enterpriseRegister(after: 0)
            #expect(page.enterprises.count == Samples.seed.enterprises.count)
            let first = Samples.seed.enterprises[0]
            let renamed = SeedDocument(
                enterprises: [.init(code: first.code, name: "上海示例新名建筑设计有限公司", phone: first.phone)], people: [])
            try await renamed.fill(
                store.registry.database, photo: Samples.photo, digest: Samples.digest(Samples.photo),
                world: store.registry.world)
            let news = try await store.registry.enterpriseRegister(after: page.cursor)
            #expect(news.enterprises == [Enterprise(code: first.code, name: "上海示例新名建筑设计有限公司")])
        }
    }

    @Test func `what is made up steps back before what is recorded`() async throws {
        try await withStore { store in
            let taken = SeedDocument(
                enterprises: [.init(code: Samples.enterprise(0).code, name: Samples.enterprise(5).name, phone: "")],
                people: [.init(name: "测试员别", number: try Samples.identity().number.text)])
            let free = try await taken.sparingRecords(in: store.registry.database)
            #expect(free == SeedDocument(enterprises: [], people: []))
            let same = try await Samples.seed.sparingRecords(in: store.registry.database)
            #expect(same.enterprises == Samples.seed.enterprises)
        }
    }

    @Test func `made-up enterprises have valid codes and names of their own`() {
        let enterprises = FictitiousSeed.document(enterprises: 2_000).enterprises
        #expect(enterprises.count == 2_000)
        #expect(Set(enterprises.map(\.name)).count == 2_000)
        #expect(Set(enterprises.map(\.code)).count == 2_000)
        #expect(enterprises.allSatisfy { $0.code.hasConsistentOrganisationCode })
    }

    @Test func `the sample photo keeps the rules for photos`() {
        #expect(FormRules().photoBytes.contains(Samples.photo.count))
        #expect(Samples.photo.starts(with: [0xFF, 0xD8, 0xFF]))
    }
}

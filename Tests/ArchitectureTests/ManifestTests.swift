import Testing

/// SwiftPM lets a target import what another one happened to build; here every import must be declared.
@Suite struct ManifestTests {
    private let manifest: Manifest

    init() throws { manifest = Manifest(try Repository.text("Package.swift")) }

    @Test func `every target of Package.swift is understood`() throws {
        let folders = try Repository.folders(in: "Sources") + Repository.folders(in: "Tests")
        #expect(Set(manifest.dependencies.keys) == Set(folders).subtracting(["Support"]))
        #expect(manifest.dependencies["Sync"]?.isSuperset(of: ["Core", "CentralAPI", "AsyncHTTPClient"]) == true)
    }

    @Test(arguments: Repository.Folder.allCases) func `what is imported is declared`(folder: Repository.Folder) throws {
        for file in try Repository.files(of: folder) {
            let declared = try #require(manifest.dependencies[file.target], "\(file.path) belongs to no target")
            #expect(file.imports.subtracting(declared).subtracting(Laws.system) == [], "\(file.path)")
        }
    }

    @Test func `what a room declares it imports`() throws {
        let files = try Repository.files(of: .sources)
        for room in Laws.rooms.keys.sorted() {
            let imported = Set(files.filter { $0.target == room }.flatMap(\.imports))
            #expect((manifest.dependencies[room] ?? []).subtracting(imported) == [], "\(room)")
        }
    }

    @Test func `no declaration goes beyond the law`() {
        for (room, granted) in Laws.rooms {
            let declared = (manifest.dependencies[room] ?? []).filter { Laws.rooms[$0] != nil || Laws.isCModule($0) }
            #expect(declared.filter { !granted.contains($0) } == [], "\(room)")
        }
    }
}

import Testing

/// The laws between the rooms.
@Suite struct LayeringTests {
    private let files: [SourceFile]
    private let manifest: Manifest

    init() throws {
        files = try Repository.files(of: .sources)
        manifest = Manifest(try Repository.text("Package.swift"))
        try #require(files.count > 100)
    }

    @Test func `every room has its law, and every law its room`() throws {
        let rooms = try Repository.folders(in: "Sources").filter { !Laws.isCModule($0) }
        #expect(Set(rooms) == Set(Laws.rooms.keys))
    }

    @Test func `no room imports what its law does not grant`() {
        let ours = Set(Laws.rooms.keys).union(manifest.dependencies.keys.filter(Laws.isCModule))
        for file in files {
            let granted = Laws.rooms[file.target] ?? []
            #expect(file.imports.intersection(ours).subtracting(granted) == [], "\(file.path)")
        }
    }

    @Test func `Core imports Foundation and Dispatch alone`() {
        for file in files where file.target == "Core" {
            #expect(file.imports.subtracting(Laws.systemForCore) == [], "\(file.path)")
        }
    }

    @Test func `no law grants an adapter another adapter`() {
        for adapter in Laws.adapters { #expect(Laws.rooms[adapter]?.isDisjoint(with: Laws.adapters) == true) }
    }

    @Test func `a C module is imported by exactly one target`() throws {
        let modules = try Repository.folders(in: "Sources").filter(Laws.isCModule)
        #expect(!modules.isEmpty)
        for module in modules {
            let importers = Set(files.filter { $0.imports.contains(module) }.map(\.target))
            let users = manifest.dependencies.filter { Laws.isCModule($0.key) && $0.value.contains(module) }.map(\.key)
            #expect(importers.count + users.count == 1, "\(module): \(importers.sorted()) \(users)")
        }
    }

    @Test func `nothing is exported again`() {
        for file in files { #expect(file.linesOfCode(with: "@_exported") == [], "\(file.path)") }
    }

    @Test func `docs/architecture.md lists the same rooms with the same imports`() throws {
        let text = try Repository.text("docs/architecture.md")
        var listed: [String: Set<String>] = [:]
        for row in text.matches(of: /\n\| `(\w+)` \|[^\n|]*\|([^\n|]*)\|/) {
            listed[String(row.1)] = Set(row.2.matches(of: /[A-Z]\w+/).map { String($0.0) })
        }
        for (room, granted) in Laws.rooms where room != "Kiosk" {
            #expect(listed[room] == granted.filter { !Laws.isCModule($0) }, "\(room)")
        }
        #expect(listed["Kiosk"] == ["Central"], "all but Central")
    }
}

import Core
import Documents
import Foundation
import Testing

@Suite struct OverrideTests {
    @Test func `a site's own layout is used for its paper and no other`() async throws {
        let mine = try Self.layout(.acceptanceNotice) {
            $0.replacing("办理进度可凭编号", with: "示例大厅：办理进度可凭编号")
        }
        try await withLayouts(["acceptance-notice.json": mine]) { folder in
            let press = try PaperPress(fonts: Press.fonts, layouts: folder)
            let text = try text(of: await press.sample(.acceptanceNotice, at: Sample.noon))
            #expect(text.contains("示例大厅："))
            #expect(TemplateLibrary.isOverridden(.acceptanceNotice, in: folder))
            for paper in PaperName.allCases where paper != .acceptanceNotice {
                #expect(!TemplateLibrary.isOverridden(paper, in: folder))
                #expect(
                    try await press.sample(paper, at: Sample.noon)
                        == Press.shared().sample(paper, at: Sample.noon))
            }
        }
    }

    @Test func `one file lays out the three forms, and each may have its own`() async throws {
        func titled(_ note: String) throws -> String {
            try Self.layout(.initialForm) { $0.replacing("本表签署后", with: note + "本表签署后") }
        }
        let files = ["application-form.json": try titled("（甲）"), "renewal-form.json": try titled("（乙）")]
        try await withLayouts(files) { folder in
            let press = try PaperPress(fonts: Press.fonts, layouts: folder)
            for (paper, note) in [(PaperName.initialForm, "（甲）"), (.renewalForm, "（乙）"), (.cancellationForm, "（甲）")] {
                #expect(try text(of: await press.sample(paper, at: Sample.noon)).contains(note))
            }
        }
    }

    @Test func `a form of a site's own layout is signed and verified like ours`() async throws {
        let mine = try Self.layout(.initialForm) {
            $0.replacing("\"side\": 56.7", with: "\"side\": 50").replacing("\"top\": 97", with: "\"top\": 110")
        }
        try await withLayouts(["application-form.json": mine]) { folder in
            let press = try PaperPress(fonts: Press.fonts, layouts: folder)
            let form = try await press.applicationForm(
                Sample.content(Sample.form(.initial)), photo: Sample.photo(), created: Sample.noon)
            #expect(form != (try await Press.form(.full)))
            let sample = try SignedSample()
            _ = try await sample.verifier().verify(sample.sealed(sample.signed(form)), at: Sample.noon)
        }
    }

    @Test(arguments: ["acceptence-notice.json", "form.json"])
    func `a file under a wrong name is told, for it would change nothing`(_ name: String) throws {
        try withLayouts([name: "{}"]) { folder in
            let fault = try #require(throws: TypesettingFault.self) {
                try PaperPress(fonts: Press.fonts, layouts: folder)
            }
            guard case .templates(let faults) = fault else { return #expect(Bool(false), "\(fault)") }
            #expect(faults.faults.map(\.problem) == ["is the layout of no paper"])
        }
    }

    @Test func `a folder that is not there is told`() {
        #expect(throws: TypesettingFault.self) {
            try PaperPress(fonts: Press.fonts, layouts: URL(filePath: "/nonexistent"))
        }
    }

    @Test func `a broken layout keeps the press from starting, with all that is wrong`() throws {
        let mine = try Self.layout(.correctionNotice) { $0.replacing("{issuedOn}", with: "{issued}") }
        try withLayouts(["correction-notice.json": mine]) { folder in
            let fault = try #require(throws: TypesettingFault.self) {
                try PaperPress(fonts: Press.fonts, layouts: folder)
            }
            guard case .templates(let faults) = fault else { return #expect(Bool(false), "\(fault)") }
            #expect(faults.faults.count == 3)
            #expect(faults.description.contains("correction-notice.json: body[5].table[5]: “issued” is unknown"))
        }
    }

    private static func layout(_ paper: PaperName, _ change: (String) -> String) throws -> String {
        let shipped = String(decoding: TemplateLibrary.shipped(paper), as: UTF8.self)
        let changed = change(shipped)
        try #require(changed != shipped)
        return changed
    }
}

private func layoutFolder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "layouts-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return folder
}

private func withLayouts(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    let folder = try layoutFolder(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
}

private func withLayouts(_ files: [String: String], _ body: (URL) async throws -> Void) async throws {
    let folder = try layoutFolder(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
}

import ArgumentParser
import Core
import Foundation

/// What the store holds, for its operator: no names, no numbers of people.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List applications as JSON, without personal data; optionally write one's papers.")

    @Option(help: "Settings file of the store.")
    var config: String

    @Option(help: "Folder into which the standing papers are written, named by kind and application.")
    var papers: String?

    fileprivate struct Line: Encodable {
        let id: ApplicationID
        let kind: RegistrationKind
        let state: RegistrationState
        let revision: Int
        let noticeNumber: NoticeNumber?
        let printedCopies: [Int]
        let filedAt: Date
    }

    func run() async throws {
        let store = try SettingsFile(at: config)
        let database = try SQLiteDatabase(file: store.url(store.settings.dataFile))
        let records = try await database.read { try $0.allApplications() }
        var lines: [Line] = []
        for record in records {
            let id = record.registration.id
            let copies = try await database.read { try $0.printedCopies(of: id) }
            lines.append(Line(record, copies: copies))
            if let papers { try await write(record.registration, from: database, into: URL(filePath: papers)) }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        FileHandle.standardOutput.write(try encoder.encode(lines) + Data("\n".utf8))
    }

    private func write(_ registration: Registration, from database: SQLiteDatabase, into folder: URL) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for paper in registration.papers where !paper.isVoid {
            let content = try await database.read { try $0.paper(paper.digest, of: registration.id) }
            let name = "\(paper.kind.rawValue)-\(registration.id).pdf"
            try content?.write(to: folder.appending(path: name))
        }
    }
}

extension ListCommand.Line {
    fileprivate init(_ record: ApplicationRecord, copies: [Int]) {
        let registration = record.registration
        self.init(
            id: registration.id, kind: registration.kind, state: registration.state,
            revision: registration.revision, noticeNumber: registration.acceptance?.number, printedCopies: copies,
            filedAt: record.createdAt)
    }
}

extension SQLSession {
    fileprivate func allApplications() throws -> [ApplicationRecord] {
        try rows("SELECT id FROM applications ORDER BY created_at, id")
            .compactMap { try application($0.identifier("id")) }
    }

    fileprivate func printedCopies(of id: ApplicationID) throws -> [Int] {
        try sheetsOut(NumberedCopies(id, .acceptanceNotice))
    }
}

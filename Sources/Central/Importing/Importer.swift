import CentralAPI
import Core
import Foundation

/// Takes one file into a register, in one transaction: what is good goes in, what is not is told, line by line. The same
/// file again changes nothing.
struct Importer: Sendable {
    let database: any RegistryDatabase
    let world: World
    var rules = FormRules()

    /// - Parameters:
    ///   - folder: to which paths of photos are relative.
    ///   - isDryRun: whether everything is taken back in the end.
    func take(
        _ data: Data, as kind: ImportKind, folder: URL, isDryRun: Bool = false
    ) async throws -> ImportReport {
        let file: CSVFile
        do { file = try CSVFile(data) } catch { throw ImportFault.csv(error) }
        let columns = try Self.columns(of: file.header, kind)
        let now = world.now()
        return try await database.write { session in
            try session.run("SAVEPOINT import")
            var batch = ImportBatch(importer: self, kind: kind, folder: folder, session: session, isDryRun: isDryRun)
            for record in file.records { try batch.take(ImportLine(record, columns)) }
            let report = batch.report
            if isDryRun {
                try session.run("ROLLBACK TO import")
            } else {
                let counts = "\(report.added) added, \(report.changed) changed, \(report.unchanged) unchanged"
                try session.audit("import of \(kind.rawValue): \(counts)", by: "operator", at: now)
            }
            try session.run("RELEASE import")
            return report
        }
    }

    private static func columns(of header: [String], _ kind: ImportKind) throws(ImportFault) -> [ImportKind.Column] {
        let found = header.map { (name: $0, column: ImportKind.Column(header: $0)) }
        let unknown = found.filter { $0.column.map { !kind.columns.contains($0) } ?? true }
        guard unknown.isEmpty else { throw .unknownColumns(unknown.map(\.name)) }
        let columns = found.compactMap(\.column)
        if let double = columns.first(where: { column in columns.count { $0 == column } > 1 }) {
            throw .doubleColumn(double.chinese)
        }
        let missing = kind.columns.filter { !columns.contains($0) }
        guard missing.isEmpty else { throw .missingColumns(missing.map(\.chinese)) }
        return columns
    }
}

/// One file on its way into its register.
struct ImportBatch {
    let importer: Importer
    let kind: ImportKind
    let folder: URL
    let session: any SQLSession
    private(set) var report: ImportReport
    /// What stood on which line: the register's key of each line that was good.
    private var seen: [String: Int] = [:]

    enum Outcome { case added, changed, unchanged }

    init(importer: Importer, kind: ImportKind, folder: URL, session: any SQLSession, isDryRun: Bool) {
        self.importer = importer
        self.kind = kind
        self.folder = folder
        self.session = session
        report = ImportReport(kind: kind.rawValue, isDryRun: isDryRun)
    }

    var today: CivilDate { CivilDate(shanghai: importer.world.now()) }

    mutating func take(_ line: ImportLine) throws {
        var line = line
        switch line.refusals.isEmpty ? try outcome(of: &line) : nil {
        case .added: report.added += 1
        case .changed: report.changed += 1
        case .unchanged: report.unchanged += 1
        case nil: report.refused += line.refusals
        }
    }

    /// Nil, with refusals, for a line that does not go in.
    private mutating func outcome(of line: inout ImportLine) throws -> Outcome? {
        switch kind {
        case .enterprises: try enterprise(&line)
        case .qualifications: try qualification(&line)
        case .registrations: try registration(&line, isPaper: false)
        case .paperCertificates: try registration(&line, isPaper: true)
        }
    }

    /// False, with a refusal, when an earlier line of this file has spoken of the same thing.
    mutating func claims(_ key: String, _ column: ImportKind.Column, _ line: inout ImportLine) -> Bool {
        if let earlier = seen[key] {
            line.refuse(column, "与第 \(earlier) 行重复。")
            return false
        }
        seen[key] = line.line
        return true
    }
}

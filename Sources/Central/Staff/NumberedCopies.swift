import CentralAPI
import Core
import Foundation

/// The copies of one paper of one application.
struct NumberedCopies {
    let application: ApplicationID
    let paper: PaperName

    init(_ application: ApplicationID, _ paper: PaperName) {
        self.application = application
        self.paper = paper
    }

    /// The papers whose copies are counted.
    static func areCounted(of paper: PaperName) -> Bool {
        switch paper {
        case .acceptanceNotice, .correctionNotice, .nonAcceptanceNotice, .filingReceipt: true
        case .initialForm, .renewalForm, .cancellationForm, .registrationCertificate, .renameList, .handOverList,
            .testSheet:
            false
        }
    }
}

extension SQLSession {
    /// What the office hands out of an application as it stands.
    /// - Throws: `notFound` for any other paper.
    func issued(
        _ paper: PaperName, of registration: Registration, by office: AcceptanceNotice.Office
    ) throws -> IssuedPaper {
        guard registration.handedOut?.paper == paper else { throw Problem(.notFound) }
        if paper == .acceptanceNotice, let notice = try notice(of: registration.id) { return .acceptance(notice) }
        if let notice = DecisionNotice(registration, office: office) { return .decision(notice) }
        if let sealed = registration.standingPaper(.sealedForm),
            let receipt = FilingReceipt(registration, sealed: sealed, hall: office.name)
        {
            return .receipt(receipt)
        }
        throw Problem(.notFound)
    }

    func notice(of id: ApplicationID) throws -> AcceptanceNotice? {
        try row("SELECT content FROM notices WHERE application = ?", id)?.json(AcceptanceNotice.self, "content")
    }

    /// The highest number that anybody was given or has printed; 0 before the first.
    func lastNumber(_ copies: NumberedCopies) throws -> Int {
        let given = try numbers("numbered_copies", copies)
        return max(given.max() ?? 0, try sheetsOut(copies).max() ?? 0)
    }

    /// Given to applicants and enterprises at that kiosk.
    func ownNumbers(_ copies: NumberedCopies, at kiosk: String) throws -> [Int] {
        try rows(
            """
            SELECT copy_number FROM numbered_copies
            WHERE application = ? AND paper_name = ? AND kiosk = ? AND staff IS NULL ORDER BY copy_number
            """, copies.application, copies.paper.rawValue, kiosk
        ).map { try $0.integer("copy_number") }
    }

    /// Numbers of the copies that are out, ascending.
    func sheetsOut(_ copies: NumberedCopies) throws -> [Int] { try numbers("prints", copies) }

    private func numbers(_ table: String, _ copies: NumberedCopies) throws -> [Int] {
        try rows(
            "SELECT copy_number FROM \(table) WHERE application = ? AND paper_name = ? ORDER BY copy_number",
            copies.application, copies.paper.rawValue
        ).map { try $0.integer("copy_number") }
    }

    /// - Parameter order: of staff; nil for who prints for itself.
    func give(
        _ number: Int, _ copies: NumberedCopies, to kiosk: String, order: CopyRecord.Order?, at now: Date
    ) throws {
        try run(
            """
            INSERT INTO numbered_copies (application, paper_name, copy_number, kiosk, staff, reason, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, copies.application, copies.paper.rawValue, number, kiosk, order?.staffNumber,
            order?.reason.rawValue, now)
    }

    /// What was printed and what staff have ordered, by number; a sheet that is out stands once, with whoever ordered
    /// it.
    func records(of copies: NumberedCopies) throws -> [CopyRecord] {
        let ordered = try rows(
            "SELECT * FROM numbered_copies WHERE application = ? AND paper_name = ? AND staff IS NOT NULL",
            copies.application, copies.paper.rawValue
        ).map(CopyRecord.init(ordered:))
        let printed = try rows(
            "SELECT * FROM prints WHERE application = ? AND paper_name = ?", copies.application,
            copies.paper.rawValue
        ).map(CopyRecord.init(printed:))
        let out = printed.map { sheet in
            let order = ordered.first { $0.number == sheet.number && $0.kiosk == sheet.kiosk }?.order
            return CopyRecord(number: sheet.number, kiosk: sheet.kiosk, at: sheet.at, isOut: true, order: order)
        }
        let open = ordered.filter { order in
            !out.contains { $0.number == order.number && $0.kiosk == order.kiosk }
        }
        return (out + open).sorted { $0.number < $1.number }
    }
}

extension CopyRecord {
    fileprivate init(ordered row: SQLRow) throws {
        guard let reason = CopyReason(rawValue: try row.text("reason")) else {
            throw DatabaseFault.unexpected(column: "numbered_copies.reason")
        }
        self.init(
            number: try row.integer("copy_number"), kiosk: try row.text("kiosk"), at: try row.date("at"),
            isOut: false, order: Order(staffNumber: try row.text("staff"), reason: reason))
    }

    fileprivate init(printed row: SQLRow) throws {
        self.init(
            number: try row.integer("copy_number"), kiosk: try row.text("kiosk"), at: try row.date("at"),
            isOut: true, order: nil)
    }
}

package import Core
import Crypto
package import Foundation
import GRDB

extension LiveKioskStorage {
    package func open(_ order: PrintOrder, pdf: Data) throws(StorageFault) {
        try write { db in
            let token = order.token.description
            let application = order.applicationID.description
            let key = try dataKey(for: order.applicationID, in: db)
            try db.execute(
                sql: "INSERT INTO print_order (token, application, is_open, content) VALUES (?, ?, ?, ?)",
                arguments: [token, application, order.isOpen, try Self.text(of: order)])
            try db.execute(
                sql: "INSERT INTO print_paper (token, application, sealed) VALUES (?, ?, ?)",
                arguments: [token, application, try key.seal(pdf, as: Self.paperLabel(order.token))])
        }
    }

    package func update(_ order: PrintOrder) throws(StorageFault) {
        try write { db in
            let rows = try orders(in: db, where: "token = ?", order.token.description)
            guard let known = rows.first else { throw StorageFault.damaged }
            // A sheet that is out stays out, whoever follows the order a second time.
            if case .printed = known.state { return }
            try db.execute(
                sql: "UPDATE print_order SET is_open = ?, content = ? WHERE token = ?",
                arguments: [order.isOpen, try Self.text(of: order), order.token.description])
            if case .printed(let at) = order.state { try enqueue(OutboxEntry(reporting: order, at: at), in: db) }
        }
    }

    package func openOrders() throws(StorageFault) -> [PrintOrder] {
        try read { db in try orders(in: db, where: "is_open = ?", true) }
    }

    package func orders(of application: ApplicationID) throws(StorageFault) -> [PrintOrder] {
        try read { db in try orders(in: db, where: "application = ?", application.description) }
    }

    package func pdf(of token: PrintToken) throws(StorageFault) -> Data? {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT application, sealed FROM print_paper WHERE token = ?",
                arguments: [token.description])
            guard let row else { return nil }
            guard let key = try existingDataKey(for: try row.identifier("application"), in: db) else {
                throw StorageFault.damaged
            }
            return try key.open(row["sealed"], as: Self.paperLabel(token))
        }
    }

    func allOrders(in db: Database) throws -> [PrintOrder] { try orders(in: db, where: "?", true) }

    private func orders(
        in db: Database, where condition: String, _ value: some DatabaseValueConvertible
    ) throws -> [PrintOrder] {
        try String.fetchAll(
            db, sql: "SELECT content FROM print_order WHERE \(condition) ORDER BY sequence", arguments: [value]
        ).map { try JSONDecoder().decode(PrintOrder.self, from: Data($0.utf8)) }
    }

    private static func text(of order: PrintOrder) throws -> String {
        String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
    }

    private static func paperLabel(_ token: PrintToken) -> String { "paper \(token)" }
}

extension OutboxEntry {
    /// The report of a sheet that is out. Its id follows from the print token: the same sheet, reported twice, is one
    /// entry to this kiosk and to the store.
    init(reporting order: PrintOrder, at: Date) {
        let report = PrintReport(
            token: order.token, name: order.name == .acceptanceNotice ? nil : order.name, paper: order.paper,
            copyNumber: order.copyNumber, at: at)
        self.init(
            id: EntryID(nameBased: "printed \(order.token)"), applicationID: order.applicationID,
            content: .printed(report), createdAt: at)
    }
}

extension Identifier {
    /// RFC 9562 version 8: the first 122 usable bits of the name's SHA-256.
    fileprivate init(nameBased name: String) {
        var bytes = Array(SHA256.hash(data: Data(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let uuid = bytes.withUnsafeBytes { $0.loadUnaligned(as: uuid_t.self) }
        self.init(UUID(uuid: uuid))
    }
}

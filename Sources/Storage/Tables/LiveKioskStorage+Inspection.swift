package import Core
import GRDB

extension LiveKioskStorage: KioskInspection {
    package func checkIntegrity() throws(StorageFault) {
        let words = try read { db in try String.fetchAll(db, sql: "PRAGMA quick_check(1)") }
        guard words == ["ok"], try auditBreak() == nil else { throw .damaged }
    }

    package func counts() throws(StorageFault) -> KioskCounts {
        let orders = try read { db in try allOrders(in: db) }
        return KioskCounts(
            waitingEntries: try waitingEntries().count, openOrders: orders.filter(\.isOpen).count,
            unknownOrders: orders.filter { $0.state == .unknown }.count)
    }
}

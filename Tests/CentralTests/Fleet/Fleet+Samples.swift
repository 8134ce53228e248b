import CentralAPI
import Core
import Crypto
import Foundation

@testable import Central

extension KioskReport {
    static let root = String(repeating: "5f", count: 32)
    static func root(of version: String) -> String { SHA256.hash(data: Data(version.utf8)).hex }

    /// An appliance with which all is well.
    static func sample(
        _ version: String = "1.0.0", rootHash: String = root, ailments: [Ailment] = [],
        change: (inout KioskReport) -> Void = { _ in }
    ) -> KioskReport {
        var report = KioskReport(
            hall: "示例政务服务大厅", machine: "03", program: "0a1b2c3d4e5f",
            appliance: Appliance(version: version, rootHash: rootHash, slot: "a", site: Site(version: 3)),
            ailments: ailments, counts: Counts(waitingEntries: 0, unknownOrders: 0))
        change(&report)
        return report
    }
}

import Core
import VirtualDevices

/// A holder collects the certificate that waits, and prints it.
final class CollectionFlow: WalkFlow {
    let outcome = WalkOutcome(state: nil)

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        switch step {
        case .placeCard: await walk.hall.place(SamplePeople.collector)
        // Who has no application yet comes here first.
        case .kinds: try finger.touch("返回")
        case .applications: try finger.touch("电子注册证书")
        case .certificates: if finger.shows("待领取") { try finger.touch("待领取") }
        case .certificate: try finger.touchCertificate()
        default: return false
        }
        return true
    }
}

extension Finger {
    /// Confirms what there is to confirm, and prints what is signed; while it is being signed it waits.
    func touchCertificate() throws {
        if shows("纸质证书换领电子证书") { return try touch("确认换领") }
        if shows("领证：请核对证书内容") { return try touch("确认领证") }
        if shows("证书已经签章") { try touch("打印证书") }
    }
}

import Core
import VirtualDevices

/// A holder exchanges the certificate on paper, collects the electronic one and prints it.
final class ExchangeFlow: WalkFlow {
    let outcome = WalkOutcome(state: nil)

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        switch step {
        case .placeCard: await walk.hall.place(SamplePeople.exchanger)
        // Who has no application yet comes here first.
        case .kinds: try finger.touch("返回")
        case .applications: try finger.touch("电子注册证书")
        case .certificates: if finger.shows("沪建二注20250004") { try finger.touch("沪建二注20250004") }
        case .certificate: try finger.touchCertificate()
        default: return false
        }
        return true
    }
}

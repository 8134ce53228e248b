import Core
import VirtualDevices

/// A person whose registration ends within the renewal window goes on for another term.
final class RenewalFlow: WalkFlow {
    let outcome = WalkOutcome(state: .accepted)

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        switch step {
        case .placeCard: await walk.hall.place(SamplePeople.registered)
        case .kinds: try walk.finger.touch("延续注册")
        case .form:
            let next = ["点这里填写电话", "点这里填写学时", "[ ]"].first { walk.finger.shows($0) }
            try walk.finger.touch(next ?? "保存")
        case .educationHours: try await walk.fillIn("64", then: "完成")
        default: return false
        }
        return true
    }
}

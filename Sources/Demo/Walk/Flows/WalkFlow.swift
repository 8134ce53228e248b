import Core
import VirtualDevices

/// What the people of one flow want; whatever they do not do in a way of their own is the usual way, the walk's own.
protocol WalkFlow: AnyObject {
    /// What must have come of it.
    var outcome: WalkOutcome { get }
    /// Who accepts in this hall.
    var acceptance: StoreProcess.Acceptance { get }

    /// Does what this flow wants on that screen; false leaves the screen to the usual way.
    func act(on step: WalkStep, in walk: Walk) async throws -> Bool
}

extension WalkFlow {
    var acceptance: StoreProcess.Acceptance { .automatic }
}

/// The usual way: 初始注册, sealed, printed.
final class InitialFlow: WalkFlow {
    let outcome = WalkOutcome(state: .accepted)

    func act(on step: WalkStep, in walk: Walk) -> Bool { false }
}

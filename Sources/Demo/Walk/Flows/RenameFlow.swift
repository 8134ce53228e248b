import Core

/// An enterprise whose name has changed in the register brings it onto the certificates, and prints the list.
final class RenameFlow: WalkFlow {
    let outcome = WalkOutcome(state: nil)

    func act(on step: WalkStep, in walk: Walk) throws -> Bool {
        let finger = walk.finger
        switch step {
        case .welcome where walk.visitor == .applicant:
            walk.visitor = .enterprise
            return false
        case .pendingList: try finger.touch("企业名称变更")
        case .rename:
            let next = ["打印变更清单", "确认变更", "确认更名"].first { finger.shows($0) }
            if let next { try finger.touch(next) }
        default: return false
        }
        return true
    }
}

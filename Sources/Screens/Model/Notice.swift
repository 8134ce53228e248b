package import Core

package enum Notice: Hashable, Sendable {
    case trouble(Trouble)
    case refused(EntryRefusal)
    /// What is done before it can be asked for again.
    case formIncomplete(problems: Int)
    case staffCalled
    case sessionEnded
}

package import Core

package enum Notice: Hashable, Sendable {
    case trouble(Trouble)
    case refused(EntryRefusal)
    /// What is done before it can be asked for again.
    case formIncomplete(problems: Int)
    /// 退回修改 is done.
    case returned
    /// 撤回 is done.
    case withdrawn
    case staffCalled
    /// A card lies at the other reader while one is waited for at this.
    case cardWantedAt(ReaderRole)
    case sessionEnded
}

/// An action of any screen, on its way through layout and drawing, which do not look at it.
struct AnyAction: Hashable, Sendable {
    private let value: any Hashable & Sendable

    init(_ value: some Hashable & Sendable) {
        self.value = value
    }

    /// Nil when it is no action of this type.
    func typed<Action>() -> Action? { value as? Action }

    static func == (one: AnyAction, other: AnyAction) -> Bool { AnyHashable(one.value) == AnyHashable(other.value) }

    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

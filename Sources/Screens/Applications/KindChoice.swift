package import Core

package struct KindChoice: Hashable, Sendable {
    /// Asks before a form of another kind, begun and never filed, gives way to one of this kind.
    package var asksBeforeReplacing: RegistrationKind?
}

/// Marks what is typed in secret, so that it is never said aloud.
package enum Secrecy: Hashable, Sendable {
    /// A key whose label is part of a secret.
    case key
    /// The place where a secret is typed; how much of it there is, never what.
    case entry(count: Int)
}

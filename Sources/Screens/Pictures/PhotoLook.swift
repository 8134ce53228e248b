package import Terminal

/// The person's photo on the screen.
package enum PhotoLook: Hashable, Sendable {
    /// There is none, or it has not been decoded yet.
    case none
    case shown(Image)
    /// What the store holds is no picture.
    case unreadable
}

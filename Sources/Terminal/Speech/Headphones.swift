/// Whether only the person hears what is said.
package protocol Headphones: Sendable {
    var isPluggedIn: Bool { get }

    /// Every change from now on.
    var changes: AsyncStream<Bool> { get }
}

/// A machine without a socket for them.
package struct NoHeadphones: Headphones {
    package init() {}

    package var isPluggedIn: Bool { false }
    package var changes: AsyncStream<Bool> { AsyncStream { $0.finish() } }
}

/// A value that holds personal data or a secret: whatever prints it, interpolation, reflection or `dump`, gets no more
/// than `description`, which is safe for screen and log.
package protocol Discreet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Discreet {
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

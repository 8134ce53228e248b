/// Why a file is no update's.
package enum UpdateFormatFault: Error, Hashable, Sendable {
    /// What is wrong with it, after “not an update bundle: ”.
    case unreadable(String)
    /// One that is not known here.
    case format(String)
}

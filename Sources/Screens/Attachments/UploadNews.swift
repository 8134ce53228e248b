/// What the store tells of a phone.
package enum UploadNews: Hashable, Sendable {
    case waiting
    case opened
    /// Looked into already, and fit for its field.
    case arrived(Found)
    /// The phone has what was for it.
    case fetched
}

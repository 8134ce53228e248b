/// Why a machine has no certificate yet.
package enum EnrolmentFault: Error, Hashable, Sendable {
    /// The store does not answer, or is not the one of `trustRoot`.
    case unreachable
    /// Not this kiosk's code; a few more and it is good for nothing.
    case codeWrong
    /// The code was used for another key: by another machine, or by this one before it was reset.
    case codeUsed
    case codeExpired
    /// The machine's clock lies outside of what the store's own root is good for.
    case clock
    /// The store certifies no kiosks.
    case notOffered
    /// The store's answer is no certificate for this machine's key.
    case misunderstood
    /// Key or certificate cannot be kept.
    case disk(String)
}

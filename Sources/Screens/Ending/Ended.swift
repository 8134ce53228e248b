package import Core
package import Foundation

/// The visit is over and wiped; what stands here names nobody.
package struct Ended: Hashable, Sendable {
    package let reason: EndReason
    /// Back to the welcome screen at this instant.
    package var until: Date
    /// A card that is still on its reader.
    package var forgottenCard: ReaderRole?
    package var remainders: Set<Remainder>
    /// A sheet that is still on its way.
    package var print: PrintToken?
    package var progress: PrintProgress?
}

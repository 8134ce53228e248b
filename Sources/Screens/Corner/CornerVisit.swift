package import Core

/// A staff card's visit: nobody is being served meanwhile.
package struct CornerVisit: Hashable, Sendable {
    package let card: StaffCardFound
    package var admission: CornerAdmission
    /// Accepted today through this kiosk; nil until the store has told it.
    package var today: [StaffApplication]?

    package var member: StaffMember { admission.member }
}

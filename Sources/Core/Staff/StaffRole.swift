/// What a staff card's holder may do at a kiosk. The raw value stands in the card's certificate.
package enum StaffRole: String, Hashable, Sendable, Codable, CaseIterable {
    /// Finds accepted applications and prints their notices.
    case hallStaff = "hall-staff"
    /// Tests the kiosk's parts; sees no application.
    case technician
}

package import Core

/// Plainly fictitious staff: numbers, no names.
package enum SampleStaff {
    package static let hallStaff = member(.hallStaff, "HS-1001")
    package static let technician = member(.technician, "TC-2001")

    package static func member(of role: StaffRole) -> StaffMember {
        switch role {
        case .hallStaff: hallStaff
        case .technician: technician
        }
    }

    private static func member(_ role: StaffRole, _ number: String) -> StaffMember {
        guard let member = StaffMember(role: role, number: number) else {
            preconditionFailure("a sample's number is one")
        }
        return member
    }
}

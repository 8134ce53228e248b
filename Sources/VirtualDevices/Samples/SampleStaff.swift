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
            // A slip in the two numbers above; every test that touches them says so.
            preconditionFailure("sample number \(number)")
        }
        return member
    }
}

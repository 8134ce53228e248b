package import Core

/// What a staff card claims before it has proved anything.
package struct StaffCardFound: Hashable, Sendable {
    package let member: StaffMember
    /// The certificate's serial number, hexadecimal: tells one card from another.
    package let serial: String

    package init(member: StaffMember, serial: String) {
        self.member = member
        self.serial = serial
    }
}

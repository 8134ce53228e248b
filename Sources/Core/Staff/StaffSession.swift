/// A session of a staff card at the store: its token opens staff's questions and no other's.
package struct StaffSession: Hashable, Sendable, Codable {
    package let token: SessionToken
    package let member: StaffMember

    package init(token: SessionToken, member: StaffMember) {
        self.token = token
        self.member = member
    }
}

/// 申请人: a natural person with a proved phone number and a personal certificate at the remote signing service.
package struct Applicant: Hashable, Sendable, Codable {
    package let identity: IdentityRecord
    package let phone: PhoneNumber

    package init(identity: IdentityRecord, phone: PhoneNumber) {
        self.identity = identity
        self.phone = phone
    }
}

extension Applicant: Discreet {
    package var description: String { "\(identity) \(phone)" }
}

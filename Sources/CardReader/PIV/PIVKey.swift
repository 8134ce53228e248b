package import Core

extension EnterpriseKey {
    /// Key reference of NIST SP 800-73: 9A authentication, 9C digital signature (asks for the PIN each time).
    package var reference: UInt8 {
        switch self {
        case .authentication: 0x9A
        case .seal: 0x9C
        }
    }

    /// Tag of the data object that holds its certificate.
    package var certificateTag: [UInt8] {
        switch self {
        case .authentication: [0x5F, 0xC1, 0x05]
        case .seal: [0x5F, 0xC1, 0x0A]
        }
    }
}

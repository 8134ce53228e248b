package import Core

/// A key of a PIV card with its certificate (NIST SP 800-73-4 part 1, table 4b).
package enum PIVSlot: UInt8, Hashable, Sendable, CaseIterable {
    /// 9A
    case authentication = 0x9A
    /// 9C: asks for the PIN each time.
    case signature = 0x9C
    /// 9E: asks for no PIN.
    case cardAuthentication = 0x9E

    /// Key reference for GENERAL AUTHENTICATE.
    package var reference: UInt8 { rawValue }

    /// Tag of the data object that holds its certificate.
    package var certificateTag: [UInt8] {
        switch self {
        case .authentication: [0x5F, 0xC1, 0x05]
        case .signature: [0x5F, 0xC1, 0x0A]
        case .cardAuthentication: [0x5F, 0xC1, 0x01]
        }
    }
}

extension EnterpriseKey {
    package var slot: PIVSlot {
        switch self {
        case .authentication: .authentication
        case .seal: .signature
        }
    }
}

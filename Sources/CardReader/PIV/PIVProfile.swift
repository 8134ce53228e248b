package import Core

/// A certificate card, of an enterprise or of staff, as a PIV card (NIST SP 800-73).
///
/// Reading a certificate takes a SELECT, a GET DATA and a GET RESPONSE for each 256 bytes: five commands for up to
/// 1,015 bytes. No VERIFY and no signature is ever sent twice.
package struct PIVProfile {
    private let session: CardSession

    /// Selects the application.
    /// - Throws: `.unknownCard` when the card has none.
    package init(_ session: CardSession) throws(CardFault) {
        self.session = session
        let select = APDU(ins: 0xA4, p1: 0x04, data: Self.applicationIdentifier, expected: 256)
        guard try session.send(select).status == .ok else { throw .unknownCard(session.role) }
    }

    package static let applicationIdentifier: [UInt8] = [0xA0, 0x00, 0x00, 0x03, 0x08, 0x00, 0x00, 0x10, 0x00]

    /// The certificate in DER, as it stands in the card.
    package func certificate(_ slot: PIVSlot) throws(CardFault) -> [UInt8] {
        let tag = slot.certificateTag
        let response = try session.send(
            APDU(ins: 0xCB, p1: 0x3F, p2: 0xFF, data: [0x5C, UInt8(tag.count)] + tag, expected: 256))
        switch response.status.meaning {
        case .ok: break
        case .notFound: throw .unknownCard(session.role)  // A PIV card without a certificate for this purpose.
        default: throw refused(response.status)
        }
        guard let object = TLV(at: response.data[...]), object.tag == 0x53,
            let certificate = object.children?.first(where: { $0.tag == 0x70 }), certificate.value.first == 0x30
        else { throw .unreadable(session.role) }
        return Array(certificate.value)
    }

    /// Asks with an empty VERIFY, which costs no try.
    package func triesLeft() throws(CardFault) -> Int {
        let response = try session.send(APDU(ins: 0x20, p2: Self.pinReference))
        switch response.status.meaning {
        case .triesLeft(let tries): return tries
        case .pinBlocked: return 0
        default: throw refused(response.status)
        }
    }

    /// Verifies the PIN and signs at once: with a PIN-always key, any command in between voids the PIN.
    ///
    /// The session must be in a transaction, so that a crash in between makes pcscd reset the card.
    /// - Parameter digest: SHA-256, 32 bytes.
    /// - Returns: ECDSA as DER, RSA as PKCS#1 v1.5.
    package func sign(_ digest: [UInt8], with key: EnterpriseKey, pin: Secret) throws(CardFault) -> [UInt8] {
        let command = try authenticate(digest, key.slot)
        try verify(pin, triesLeft: try triesLeft())
        return try signature(command)
    }

    /// Signs with the key for card authentication, which asks for no PIN.
    /// - Parameter digest: SHA-256, 32 bytes.
    /// - Returns: ECDSA as DER, RSA as PKCS#1 v1.5.
    package func signAsCard(_ digest: [UInt8]) throws(CardFault) -> [UInt8] {
        try signature(try authenticate(digest, .cardAuthentication))
    }

    private func signature(_ command: APDU) throws(CardFault) -> [UInt8] {
        let response = try session.sendChained(command)
        guard response.status == .ok else { throw refused(response.status) }
        guard let template = TLV(at: response.data[...]), template.tag == 0x7C,
            let signature = template.children?.first(where: { $0.tag == 0x82 }), !signature.value.isEmpty
        else { throw .unreadable(session.role) }
        return Array(signature.value)
    }

    private static let pinReference: UInt8 = 0x80

    private func verify(_ pin: Secret, triesLeft: Int) throws(CardFault) {
        guard triesLeft > 0 else { throw .pinBlocked }
        // Eight bytes fit; anything else cannot be the PIN, and asking the card would cost a try.
        guard (1...8).contains(pin.count) else { throw .wrongPIN(triesLeft: triesLeft) }
        // Written in place: a growing or an added-up array would leave copies behind.
        var command: [UInt8] = [0x00, 0x20, 0x00, Self.pinReference, 8] + [UInt8](repeating: 0xFF, count: 8)
        pin.withBytes { for (index, byte) in $0.enumerated() { command[5 + index] = byte } }
        defer { for index in command.indices { command[index] = 0 } }
        let status = try session.sendVerify(command)
        switch status.meaning {
        case .ok: return
        case .triesLeft(0), .pinBlocked: throw .pinBlocked
        case .triesLeft(let tries): throw .wrongPIN(triesLeft: tries)
        // "Wrong data": the card does not accept such a PIN at all, and counts no try for it.
        case .other where status.code == 0x6A80: throw .wrongPIN(triesLeft: triesLeft)
        default: throw refused(status)
        }
    }

    /// GENERAL AUTHENTICATE: challenge (81) in, response (82) out.
    private func authenticate(_ digest: [UInt8], _ slot: PIVSlot) throws(CardFault) -> APDU {
        guard let outline = CertificateOutline(der: try certificate(slot)) else { throw .unreadable(session.role) }
        let (algorithm, challenge): (UInt8, [UInt8])
        switch outline.key {
        case .p256: (algorithm, challenge) = (0x11, digest)
        case .rsa2048: (algorithm, challenge) = (0x07, RSAPadding.sha256(digest, modulusLength: 256))
        case .other: throw .unknownCard(session.role)
        }
        let template = TLV.encode(0x7C, TLV.encode(0x82, []) + TLV.encode(0x81, challenge))
        return APDU(ins: 0x87, p1: algorithm, p2: slot.reference, data: template, expected: 256)
    }

    private func refused(_ status: StatusWord) -> CardFault { .refused(session.role, statusWord: status.code) }
}

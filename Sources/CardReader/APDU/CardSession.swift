package import Core

/// Commands to the card of one reader, with the answers' lengths followed up and faults named by the reader's role.
package final class CardSession {
    package let role: ReaderRole
    package let transport: any CardTransport
    /// Commands sent so far, GET RESPONSE included: the stable measure of a card protocol's cost.
    package private(set) var exchanges = 0

    package init(_ transport: any CardTransport, role: ReaderRole) {
        self.transport = transport
        self.role = role
    }

    /// Sends, and collects with GET RESPONSE what the card announces by `61xx`.
    ///
    /// `6Cxx` is answered by the same command with the right length, if that changes nothing in the card.
    package func send(_ command: APDU) throws(CardFault) -> ResponseAPDU {
        var response = try exchange(command)
        if case .wrongExpectedLength(let length) = response.status.meaning, command.isRepeatable {
            var again = command
            again.expected = length
            response = try exchange(again)
        }
        var data = response.data
        while case .moreData(let length) = response.status.meaning {
            response = try exchange(APDU(cla: command.cla & 0xEF, ins: 0xC0, expected: length))
            guard !response.data.isEmpty, data.count < 65_536 else { throw .unreadable(role) }
            data += response.data
        }
        return ResponseAPDU(data: data, status: response.status)
    }

    /// Sends a command of any length in parts; the answer is that of the last part, or of the first refused one.
    package func sendChained(_ command: APDU) throws(CardFault) -> ResponseAPDU {
        let parts = command.chained
        for part in parts.dropLast() {
            let response = try send(part)
            guard response.status == .ok else { return response }
        }
        return try send(parts[parts.count - 1])
    }

    package func reset() throws(CardFault) {
        do throws(TransportFault) { try transport.reset() } catch { throw error.fault(at: role) }
    }

    package func beginTransaction() throws(CardFault) {
        do throws(TransportFault) { try transport.beginTransaction() } catch { throw error.fault(at: role) }
    }

    /// A complete VERIFY command as bytes, lent so that the caller can erase it. Sent once, whatever the answer.
    func sendVerify(_ command: [UInt8]) throws(CardFault) -> StatusWord { try exchange(command).status }

    private func exchange(_ command: APDU) throws(CardFault) -> ResponseAPDU {
        try exchange(command.encoded(for: transport.cardProtocol))
    }

    private func exchange(_ command: [UInt8]) throws(CardFault) -> ResponseAPDU {
        // The watchdog has given up on this operation: whoever asked is gone, so no PIN is tried any more.
        guard !Task.isCancelled else { throw .timedOut(role) }
        exchanges += 1
        let bytes: [UInt8]
        do throws(TransportFault) {
            bytes = try transport.transmit(command)
        } catch { throw error.fault(at: role) }
        guard let response = ResponseAPDU(bytes) else { throw .removed(role) }
        return response
    }
}

extension TransportFault {
    package func fault(at role: ReaderRole) -> CardFault {
        switch self {
        case .serviceDown: .serviceDown
        case .readerMissing: .readerMissing(role)
        case .noCard: .noCard(role)
        case .removed: .removed(role)
        case .mute: .mute(role)
        case .busy: .busy(role)
        }
    }
}

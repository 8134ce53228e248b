import CPCSC

/// Return codes of the PC/SC API, by what they mean for us.
struct PCSCCode: Error, Hashable {
    let code: UInt32

    init(_ code: Int) { self.code = UInt32(truncatingIfNeeded: code) }

    var isSuccess: Bool { self == Self(SCARD_S_SUCCESS) }

    /// The daemon is gone, or this context belongs to one that is: only a new context helps.
    var isServiceDown: Bool { Self.serviceDown.contains(self) }
    /// There is no such reader, or none at all.
    var isReaderMissing: Bool { Self.readerMissing.contains(self) }

    /// Nil for codes that say neither (E_NOT_TRANSACTED stands for half a dozen driver errors): ask for the state.
    var fault: TransportFault? {
        switch self {
        case _ where isServiceDown: .serviceDown
        case _ where isReaderMissing: .readerMissing
        case Self(SCARD_E_NO_SMARTCARD): .noCard
        case Self(SCARD_W_REMOVED_CARD): .removed
        case Self(SCARD_W_UNPOWERED_CARD), Self(SCARD_W_UNRESPONSIVE_CARD), Self(SCARD_W_UNSUPPORTED_CARD),
            Self(SCARD_E_PROTO_MISMATCH):
            .mute
        // Reset: somebody else had the card in between, and what we had verified or selected is lost.
        case Self(SCARD_E_SHARING_VIOLATION), Self(SCARD_W_RESET_CARD): .busy
        default: nil
        }
    }

    private static let serviceDown = [
        Self(SCARD_E_NO_SERVICE), Self(SCARD_E_SERVICE_STOPPED), Self(SCARD_F_COMM_ERROR),
        Self(SCARD_E_INVALID_HANDLE),
    ]
    private static let readerMissing = [
        Self(SCARD_E_NO_READERS_AVAILABLE), Self(SCARD_E_READER_UNAVAILABLE), Self(SCARD_E_UNKNOWN_READER),
    ]
}

/// Runs a call of the API and throws its code unless it is success.
func pcsc(_ call: () -> Int) throws(PCSCCode) {
    let code = PCSCCode(call())
    guard code.isSuccess else { throw code }
}

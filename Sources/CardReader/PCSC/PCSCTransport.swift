import CPCSC
import Foundation

/// A card on a reader of pcscd, with a context of its own, for one operation.
final class PCSCTransport: CardTransport {
    let reader: String
    let atr: [UInt8]
    let cardProtocol: CardProtocol
    private let context: PCSCContext
    private var card: SCARDHANDLE
    private var isOpen = true

    /// Connects exclusively, so that nobody else can use a PIN verified here. A card in use by others is asked for
    /// three times, 100 ms apart.
    init(reader: String, context: PCSCContext) throws(TransportFault) {
        self.reader = reader
        self.context = context
        let (handle, active) = try Self.connect(to: reader, context)
        card = handle
        cardProtocol = active == UInt(SCARD_PROTOCOL_T0) ? .t0 : .t1
        atr = Self.atr(of: handle)
    }

    /// The card on one of the present readers, with a new context.
    static func connect(choosing reader: ([String]) -> String?) throws(TransportFault) -> PCSCTransport {
        let context: PCSCContext
        let names: [String]
        do throws(PCSCCode) {
            context = try PCSCContext()
            names = try context.readers()
        } catch { throw error.fault ?? .serviceDown }
        guard let name = reader(names) else { throw .readerMissing }
        return try PCSCTransport(reader: name, context: context)
    }

    deinit { close(.reset) }

    func transmit(_ command: [UInt8]) throws(TransportFault) -> [UInt8] {
        // Always room for the longest answer: with too little, the card has executed the command all the same.
        var answer = [UInt8](repeating: 0, count: 65_538)
        var length = UInt(answer.count)
        var header = cardProtocol == .t0 ? g_rgSCardT0Pci : g_rgSCardT1Pci
        let code = PCSCCode(SCardTransmit(card, &header, command, UInt(command.count), nil, &answer, &length))
        guard code.isSuccess else { throw fault(for: code) }
        // A card pulled in the middle of a command is "success" with no bytes.
        guard length >= 2 else { throw .removed }
        return Array(answer.prefix(Int(length)))
    }

    func reset() throws(TransportFault) {
        var active: UInt = 0
        let wanted = UInt(cardProtocol == .t0 ? SCARD_PROTOCOL_T0 : SCARD_PROTOCOL_T1)
        let code = PCSCCode(
            SCardReconnect(card, UInt(SCARD_SHARE_EXCLUSIVE), wanted, UInt(SCARD_RESET_CARD), &active))
        guard code.isSuccess else { throw fault(for: code) }
    }

    func beginTransaction() throws(TransportFault) {
        let code = PCSCCode(SCardBeginTransaction(card))
        guard code.isSuccess else { throw fault(for: code) }
    }

    func close(_ disposition: CardDisposition) {
        guard isOpen else { return }
        isOpen = false
        // Disconnecting ends the transaction too.
        SCardDisconnect(card, UInt(disposition == .reset ? SCARD_RESET_CARD : SCARD_LEAVE_CARD))
    }

    /// E_NOT_TRANSACTED may be a pulled card or a broken one. pcscd knows at its next look at the reader, 400 ms later
    /// at the latest.
    private func fault(for code: PCSCCode) -> TransportFault {
        if let fault = code.fault { return fault == .noCard ? .removed : fault }
        var state = ReaderState(unseen: reader)
        for _ in 0..<4 {
            do throws(PCSCCode) {
                guard let new = try context.awaitChange(of: [state], milliseconds: 600)?.first else { return .mute }
                if !new.isPresent { return .removed }
                state = new
            } catch { return error.fault ?? .mute }
        }
        return .mute
    }

    private static func connect(
        to reader: String, _ context: PCSCContext
    ) throws(TransportFault) -> (SCARDHANDLE, UInt) {
        var (handle, active) = (SCARDHANDLE(0), UInt(0))
        // T=1 first: with T=0 every answer costs one more command, but some readers speak nothing else.
        var protocols = SCARD_PROTOCOL_T1
        var code = PCSCCode(SCARD_E_SHARING_VIOLATION)
        for attempt in 0..<4 {
            code = PCSCCode(
                SCardConnect(
                    context.handle, reader, UInt(SCARD_SHARE_EXCLUSIVE), UInt(protocols), &handle, &active))
            switch code.fault {
            case _ where code.isSuccess: return (handle, active)
            case .busy where attempt < 3: usleep(100_000)
            case .mute, nil:
                guard protocols == SCARD_PROTOCOL_T1 else { throw .mute }
                protocols = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1
            case let fault?: throw fault
            }
        }
        throw .busy
    }

    private static func atr(of card: SCARDHANDLE) -> [UInt8] {
        var (state, active, nameLength, length) = (UInt(0), UInt(0), UInt(0), UInt(33))
        var atr = [UInt8](repeating: 0, count: 33)
        let code = PCSCCode(SCardStatus(card, nil, &nameLength, &state, &active, &atr, &length))
        return code.isSuccess ? Array(atr.prefix(Int(length))) : []
    }
}

import CardReader
import Core

/// Commands that must come in this order, with their answers; any other command is a removed card.
final class ScriptedTransport: CardTransport {
    let atr: [UInt8] = [0x3B, 0x80, 0x80, 0x01, 0x01]
    let cardProtocol: CardProtocol
    private var steps: [(command: [UInt8], answer: [UInt8])] = []
    /// Commands that came though the script says otherwise.
    private(set) var surprises: [String] = []

    /// - Parameter script: a line for each exchange, `00A4… > 9000`, in hexadecimal.
    init(_ script: String, cardProtocol: CardProtocol = .t1) {
        self.cardProtocol = cardProtocol
        for line in script.split(separator: "\n") {
            let parts = line.split(separator: ">", omittingEmptySubsequences: false)
            guard parts.count == 2, let command = Hex.bytes(parts[0]), let answer = Hex.bytes(parts[1]) else {
                surprises.append("not a script line: \(line)")
                continue
            }
            steps.append((command, answer))
        }
    }

    /// Nothing unexpected came, and nothing expected is missing.
    var isPlayedOut: Bool { steps.isEmpty && surprises.isEmpty }

    func transmit(_ command: [UInt8]) throws(TransportFault) -> [UInt8] {
        guard let step = steps.first, step.command == command else {
            surprises.append(Hex.text(command))
            throw .removed
        }
        steps.removeFirst()
        return step.answer
    }

    func reset() {}
    func beginTransaction() {}
    func close(_ disposition: CardDisposition) {}
}

/// The fault that a body throws.
func fault<Value>(_ body: () throws(CardFault) -> Value) -> CardFault? {
    do throws(CardFault) { _ = try body() } catch { return error }
    return nil
}

func fault<Value>(_ body: () async throws(CardFault) -> Value) async -> CardFault? {
    do throws(CardFault) { _ = try await body() } catch { return error }
    return nil
}

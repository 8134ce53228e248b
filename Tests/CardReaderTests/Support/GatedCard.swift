import Foundation
import Synchronization
import VirtualDevices

/// A card that stops before a certain instruction until it is told to go on.
final class GatedCard: VirtualCard {
    let atr: [UInt8]?
    private let card: any VirtualCard
    private let instruction: UInt8
    private let state = Mutex((isOpen: false, isWaiting: false))

    init(_ card: any VirtualCard, before instruction: UInt8) {
        self.card = card
        self.instruction = instruction
        atr = card.atr
    }

    var isWaiting: Bool { state.withLock(\.isWaiting) }
    func open() { state.withLock { $0.isOpen = true } }
    func reset() { card.reset() }

    func answer(_ command: [UInt8]) -> CardReaction {
        if command.count > 1, command[1] == instruction {
            while state.withLock({ state in
                state.isWaiting = !state.isOpen
                return state.isWaiting
            }) { Thread.sleep(forTimeInterval: 0.002) }
        }
        return card.answer(command)
    }
}

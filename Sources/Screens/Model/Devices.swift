package import Core

/// What is known of the parts around the screen.
package struct Devices: Hashable, Sendable {
    package enum Reader: Hashable, Sendable {
        case gone
        case empty
        case card
        case mute
    }

    package private(set) var isCardServiceUp = true
    package private(set) var readers: [ReaderRole: Reader] = [:]
    package var printer: PrinterFault?
    package var isStoreReachable = true
    /// A stick is in the socket for sticks.
    package var hasStick = false

    package init() {}

    package func hasCard(_ role: ReaderRole) -> Bool { isCardServiceUp && readers[role] == .card }

    /// Nil when that reader can be used.
    package func fault(of role: ReaderRole) -> CardFault? {
        if !isCardServiceUp { return .serviceDown }
        return readers[role] == .gone ? .readerMissing(role) : nil
    }

    var areReadersFine: Bool { ReaderRole.allCases.allSatisfy { fault(of: $0) == nil } }

    mutating func note(_ event: CardEvent) {
        switch event {
        case .placed(let role): readers[role] = .card
        case .removed(let role), .readerBack(let role): readers[role] = .empty
        case .mute(let role): readers[role] = .mute
        case .readerGone(let role): readers[role] = .gone
        case .serviceDown:
            isCardServiceUp = false
            readers = [:]
        case .serviceUp: isCardServiceUp = true
        }
    }
}

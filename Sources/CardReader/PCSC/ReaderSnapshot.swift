/// All that is known of the readers at one moment.
package struct ReaderSnapshot: Hashable, Sendable {
    package struct Reader: Hashable, Sendable {
        package let name: String
        package let slot: Slot

        package init(name: String, slot: Slot) {
            self.name = name
            self.slot = slot
        }
    }

    package enum Slot: Hashable, Sendable {
        /// Just found, and pcscd may not have looked for a card yet: "empty" is not to be believed.
        case settling
        case empty
        /// `count` tells one card from the next, even when they were swapped between two looks.
        case card(count: UInt16)
        /// A card that does not power up.
        case mute(count: UInt16)
        case unavailable
    }

    package var isServiceUp: Bool
    package var readers: [Reader]

    package init(isServiceUp: Bool, readers: [Reader] = []) {
        self.isServiceUp = isServiceUp
        self.readers = readers
    }
}

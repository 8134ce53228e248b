/// The one finger that counts.
enum PointerReport: Hashable, Sendable {
    case down(PanelPosition)
    case move(PanelPosition)
    case up(PanelPosition)
    /// It was no finger, or the kernel lost track of it: nothing was meant.
    case cancelled
}

/// Follows the first finger on a panel. Others that come while it is down are not heard, and a palm is none.
struct TouchDecoder: Hashable, Sendable {
    private let panel: TouchPanel
    private var slots: [Int32: Contact] = [:]
    private var slot: Int32 = 0
    /// Slot of the finger that is followed.
    private var followed: Int32?
    /// Where it was when it was last told of.
    private var told: PanelPosition?
    /// After the kernel's buffer has run over, nothing holds until the next report.
    private var isLost = false

    private struct Contact: Hashable {
        var x: Int32 = 0
        var y: Int32 = 0
        var isDown = false
        var isPalm = false
        /// Came down since the last report.
        var isNew = false
    }

    init(_ panel: TouchPanel) {
        self.panel = panel
    }

    /// What has happened, at the end of each of the device's reports.
    mutating func feed(_ event: RawEvent) -> [PointerReport] {
        switch event.type {
        case RawEvent.synchronization where event.code == RawEvent.dropped:
            isLost = true
        case RawEvent.synchronization where event.code == RawEvent.report:
            return isLost ? recover() : report()
        case RawEvent.absolute where !isLost:
            move(event)
        case RawEvent.key where !isLost:
            press(event)
        default: break
        }
        return []
    }

    private mutating func move(_ event: RawEvent) {
        switch (panel.kind, event.code) {
        case (.slots, RawEvent.slot): slot = event.value
        case (.slots, RawEvent.touchX): slots[slot, default: Contact()].x = event.value
        case (.slots, RawEvent.touchY): slots[slot, default: Contact()].y = event.value
        case (.slots, RawEvent.toolType): slots[slot, default: Contact()].isPalm = event.value == RawEvent.palm
        case (.slots, RawEvent.trackingID): setDown(event.value >= 0)
        case (.singleTouch, RawEvent.x), (.tablet, RawEvent.x): slots[0, default: Contact()].x = event.value
        case (.singleTouch, RawEvent.y), (.tablet, RawEvent.y): slots[0, default: Contact()].y = event.value
        default: break
        }
    }

    private mutating func press(_ event: RawEvent) {
        switch (panel.kind, event.code) {
        case (.singleTouch, RawEvent.touchButton), (.tablet, RawEvent.leftButton): setDown(event.value != 0)
        default: break
        }
    }

    private mutating func setDown(_ isDown: Bool) {
        var contact = slots[slot, default: Contact()]
        contact.isNew = isDown
        contact.isDown = isDown
        contact.isPalm = false
        slots[slot] = contact
    }

    private mutating func report() -> [PointerReport] {
        var reports: [PointerReport] = []
        if let followed, let contact = slots[followed] {
            // A finger lifted and another put down in the same slot between two reports.
            if !contact.isDown || contact.isNew { reports += release() } else { reports += follow(contact) }
        }
        if followed == nil { reports += begin() }
        for index in slots.keys { slots[index]?.isNew = false }
        return reports
    }

    private mutating func begin() -> [PointerReport] {
        let new = slots.filter { $0.value.isNew && !$0.value.isPalm }
        guard let (index, contact) = new.min(by: { $0.key < $1.key }) else { return [] }
        followed = index
        let place = place(of: contact)
        told = place
        return [.down(place)]
    }

    private mutating func follow(_ contact: Contact) -> [PointerReport] {
        guard !contact.isPalm else { return cancel() }
        let place = place(of: contact)
        guard place != told else { return [] }
        told = place
        return [.move(place)]
    }

    /// Where it was last: what a panel says while a finger leaves is not dependable.
    private mutating func release() -> [PointerReport] {
        defer { (followed, told) = (nil, nil) }
        return told.map { [.up($0)] } ?? []
    }

    private mutating func cancel() -> [PointerReport] {
        (followed, told) = (nil, nil)
        return [.cancelled]
    }

    /// Places are kept: the kernel tells of them only when they change.
    private mutating func recover() -> [PointerReport] {
        isLost = false
        for index in slots.keys {
            slots[index]?.isDown = false
            slots[index]?.isNew = false
        }
        return followed == nil ? [] : cancel()
    }

    private func place(of contact: Contact) -> PanelPosition {
        PanelPosition(x: panel.x.fraction(contact.x), y: panel.y.fraction(contact.y))
    }
}

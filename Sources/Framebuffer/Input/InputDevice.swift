import CDisplay
import Glibc
import Terminal

/// An open event device that we listen to.
struct InputDevice {
    let path: String
    let descriptor: Int32
    private var touch: TouchDecoder?
    private var keys: KeyDecoder?

    /// Nil for a device that has nothing for us: a mouse, a power button, a switch. It is not grabbed, so that what it
    /// says reaches who waits for it.
    init?(path: String, descriptor: Int32, description: display_input) {
        self.path = path
        self.descriptor = descriptor
        touch = TouchPanel(description).map(TouchDecoder.init)
        keys = description.has_keys ? KeyDecoder() : nil
        guard touch != nil || keys != nil else { return nil }
    }

    mutating func feed(_ events: [RawEvent], _ map: TouchMap) -> [InputEvent] {
        events.flatMap { event in
            let touches = touch?.feed(event) ?? []
            let key = keys?.feed(event)
            return touches.compactMap(map.event) + (key.map { [.key($0)] } ?? [])
        }
    }

    /// What has come; nil when the device is gone.
    func read() -> [RawEvent]? {
        var bytes = [UInt8](repeating: 0, count: 64 * RawEvent.length)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return [] }
        return count > 0 ? RawEvent.parse(Array(bytes[..<count])) : nil
    }
}

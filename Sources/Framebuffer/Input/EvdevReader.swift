import CDisplay
import Glibc
import Terminal

/// The thread that waits on all touch panels and keyboards with poll(2), and on new ones, and hands over what has come
/// as one batch. Each is taken for us alone: no key reaches the kernel's console or its SysRq.
final class EvdevReader: Sendable {
    /// Tells what a device is; nil for a file that is none.
    typealias Probe = @Sendable (Int32) -> display_input?

    private let folder: String
    private let map: TouchMap
    private let continuation: AsyncStream<[InputEvent]>.Continuation
    private let probe: Probe
    private let watcher: Int32
    private let bell: Int32

    /// - Parameter folder: where event devices come and go: `/dev/input`.
    init(
        folder: String, map: TouchMap, continuation: AsyncStream<[InputEvent]>.Continuation,
        probe: @escaping Probe = EvdevReader.take
    ) throws(DisplayFault) {
        watcher = display_watch_folder(folder)
        guard watcher >= 0 else { throw .input(errno) }
        bell = display_bell()
        guard bell >= 0 else {
            Glibc.close(watcher)
            throw .input(errno)
        }
        self.folder = folder
        self.map = map
        self.continuation = continuation
        self.probe = probe
    }

    // Not before both the thread and its owner are done: a ring after that could go to somebody else's file.
    deinit {
        Glibc.close(watcher)
        Glibc.close(bell)
    }

    func start() throws(DisplayFault) {
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<EvdevReader>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard code == 0 else { throw .input(code) }
        pthread_detach(thread)
    }

    /// The thread ends by itself.
    func stop() {
        display_ring(bell)
    }

    /// Asks what a device is and, where it is for us, takes it.
    static func take(_ descriptor: Int32) -> display_input? {
        var input = display_input()
        guard display_describe_input(descriptor, &input) == 0 else { return nil }
        guard input.has_keys || TouchPanel(input) != nil else { return input }
        return display_grab_input(descriptor) == 0 ? input : nil
    }

    private func run() {
        var devices: [InputDevice] = []
        defer {
            for device in devices { Glibc.close(device.descriptor) }
            continuation.finish()
        }
        look(&devices)
        while true {
            var waiting = ([bell, watcher] + devices.map(\.descriptor)).map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { continue }
            if waiting[0].revents != 0 { return }
            let ready = Set(waiting.dropFirst(2).filter { $0.revents != 0 }.map(\.fd))
            let events = read(&devices, ready)
            if !events.isEmpty { continuation.yield(events) }
            if waiting[1].revents != 0 {
                drainWatcher()
                look(&devices)
            }
        }
    }

    private func read(_ devices: inout [InputDevice], _ ready: Set<Int32>) -> [InputEvent] {
        var events: [InputEvent] = []
        for index in devices.indices.reversed() where ready.contains(devices[index].descriptor) {
            if let raw = devices[index].read() {
                events += devices[index].feed(raw, map)
            } else {
                // Pulled out: a finger that was on it is lifted.
                Glibc.close(devices[index].descriptor)
                devices.remove(at: index)
                events.append(.focus(false))
            }
        }
        return events
    }

    /// Opens what is new. A device that may not be opened yet is tried again when its permissions change.
    private func look(_ devices: inout [InputDevice]) {
        for path in paths() where !devices.contains(where: { $0.path == path }) {
            let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if let input = probe(descriptor),
                let device = InputDevice(path: path, descriptor: descriptor, description: input)
            {
                devices.append(device)
            } else {
                Glibc.close(descriptor)
            }
        }
    }

    private func paths() -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix("event") { names.append(name) }
        }
        return names.sorted().map { "\(folder)/\($0)" }
    }

    private func drainWatcher() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while Glibc.read(watcher, &bytes, bytes.count) > 0 {}
    }
}

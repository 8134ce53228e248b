import CDisplay
import Foundation
import Terminal
import Testing

@testable import Framebuffer

/// The thread that reads devices, with pipes in their place.
struct ReaderTests {
    private static let geometry = GridGeometry(canvas: PixelSize(width: 100, height: 100), cell: GlyphCell(height: 20))

    private static let probe: EvdevReader.Probe = { _ in
        let axis = display_axis(exists: true, minimum: 0, maximum: 99)
        var input = display_input()
        (input.touch_x, input.touch_y, input.has_slots, input.has_keys) = (axis, axis, true, true)
        return input
    }

    private static func withReader(
        _ body: (URL, AsyncStream<[InputEvent]>) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("input-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (stream, continuation) = AsyncStream.makeStream(of: [InputEvent].self)
        let reader = try EvdevReader(
            folder: folder.path, map: TouchMap(geometry, rotation: .none), continuation: continuation, probe: probe)
        try reader.start()
        try await body(folder, stream)
        reader.stop()
        while await next(stream) != nil {}
    }

    private static func next(_ stream: AsyncStream<[InputEvent]>) async -> [InputEvent]? {
        for await events in stream { return events }
        return nil
    }

    /// Opens a pipe under a device's name; the reader finds it by itself.
    private static func plug(_ name: String, into folder: URL) throws -> FileHandle {
        let path = folder.appendingPathComponent(name).path
        try #require(mkfifo(path, 0o600) == 0)
        return try FileHandle(forUpdating: URL(fileURLWithPath: path))
    }

    @Test func `a device that is plugged in is heard, finger and key, and its leaving lifts the finger`() async throws {
        try await Self.withReader { folder, events in
            let device = try Self.plug("event3", into: folder)
            let bytes = Events.bytes(Events.down(1, x: 55, y: 25) + Events.move(x: 56, y: 26) + [Events.key(30, 1)])
            try device.write(contentsOf: bytes)
            let first = await Self.next(events)
            let place = Touch(.down, at: Point(x: 5, y: 1), offset: Touch.Offset(x: 550, y: 275))
            #expect(first == [.touch(place), .key(.character("a"))])
            try device.write(contentsOf: Events.bytes(Events.move(x: 5, y: 99) + Events.up()))
            let second = await Self.next(events)
            let places = try #require(second).compactMap { event in
                if case .touch(let touch) = event { "\(touch.phase) \(touch.point.x),\(touch.point.y)" } else { nil }
            }
            #expect(places == ["move 0,4", "up 0,4"])
        }
    }

    @Test func `what is no event device is left alone`() async throws {
        try await Self.withReader { folder, events in
            let other = try Self.plug("mouse0", into: folder)
            let device = try Self.plug("event0", into: folder)
            try other.write(contentsOf: Events.bytes(Events.down(1, x: 1, y: 1)))
            try device.write(contentsOf: Events.bytes([Events.key(28, 1)]))
            let first = await Self.next(events)
            #expect(first == [.key(.enter)])
        }
    }

    @Test func `a folder that is not there is told`() {
        let (_, continuation) = AsyncStream.makeStream(of: [InputEvent].self)
        let map = TouchMap(Self.geometry, rotation: .none)
        #expect(throws: DisplayFault.input(2)) {
            try EvdevReader(folder: "/nowhere/input", map: map, continuation: continuation)
        }
    }
}

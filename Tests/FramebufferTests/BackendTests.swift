import Synchronization
import Terminal
import Testing

@testable import Framebuffer

struct BackendTests {
    private static let panel = PixelSize(width: 1920, height: 1080)

    private static func backend(
        _ surface: MemorySurface, rotation: Rotation = .none
    ) throws -> FramebufferBackend {
        try FramebufferBackend(
            FramebufferSettings(fonts: Fonts.typefaces, rotation: rotation), on: surface, readsInput: false)
    }

    private static func sizes(_ backend: FramebufferBackend, _ count: Int) async -> [Size] {
        var sizes: [Size] = []
        for await events in backend.events {
            for case .resize(let size) in events { sizes.append(size) }
            if sizes.count == count { return sizes }
        }
        return sizes
    }

    @Test(arguments: [
        (Rotation.none, Size(width: 106, height: 30), Size(width: 80, height: 22)),
        (.quarter, Size(width: 60, height: 53), Size(width: 40, height: 35)),
    ])
    func `large print is a larger cell, told as a resize`(rotation: Rotation, normal: Size, large: Size) async throws {
        let backend = try Self.backend(MemorySurface(Self.panel), rotation: rotation)
        await backend.setPrintSize(.large)
        await backend.setPrintSize(.large)
        await backend.setPrintSize(.normal)
        #expect(await Self.sizes(backend, 3) == [normal, large, normal])
    }

    @Test func `the cell's pixels are told before the size that follows from them`() async throws {
        let backend = try Self.backend(MemorySurface(Self.panel))
        let first = await backend.events.first { _ in true }
        let pixels = try #require(CellSize(width: 18, height: 36))
        #expect(first == [.report(.cellSize(pixels)), .resize(Size(width: 106, height: 30))])
    }

    @Test func `what is presented is seen, and a wipe leaves black`() async throws {
        let surface = MemorySurface(Self.panel)
        let backend = try Self.backend(surface)
        var grid = Grid(Size(width: 106, height: 30))
        grid.write("测试员甲", at: Point(x: 3, y: 3), style: .strong)
        await backend.present(ScreenContent(grid), theme: .standard)
        let shown = surface.state.withLock { $0.memory }
        #expect(Set(shown).count > 16, "grey edges")
        await backend.present(ScreenContent(grid), theme: .standard)
        #expect(surface.state.withLock { $0.flushes } == 1, "nothing new is not shown again")
        await backend.wipe()
        #expect(surface.state.withLock { $0.memory.allSatisfy { $0 == 0 } })
        await backend.present(ScreenContent(grid), theme: .standard)
        #expect(surface.state.withLock { $0.memory } == shown)
    }

    @Test func `closing gives the panel back and ends the events`() async throws {
        let surface = MemorySurface(Self.panel)
        let backend = try Self.backend(surface)
        await backend.close()
        await backend.close()
        #expect(surface.state.withLock { !$0.isOpen })
        #expect(await Self.sizes(backend, 9).count == 1)
        await backend.present(ScreenContent(Grid(Size(width: 106, height: 30))), theme: .standard)
        #expect(surface.state.withLock { $0.flushes } == 0)
    }

    @Test func `a machine without a screen says so`() {
        #expect(throws: DisplayFault.device("/dev/null/none", 20)) {
            try FramebufferBackend(FramebufferSettings(device: "/dev/null/none", fonts: Fonts.typefaces))
        }
    }
}

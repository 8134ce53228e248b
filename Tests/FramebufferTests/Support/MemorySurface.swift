import Synchronization

@testable import Framebuffer

/// A panel in memory. The lock is what makes it safe to look at from a test.
final class MemorySurface: Surface, Sendable {
    struct State {
        var memory: [UInt32]
        var isOpen = true
        var flushes = 0
    }

    let size: PixelSize
    let state: Mutex<State>

    init(_ size: PixelSize) {
        self.size = size
        state = Mutex(State(memory: Array(repeating: 0, count: size.width * size.height)))
    }

    func show(_ canvas: Canvas, _ blocks: [PixelRect], turned rotation: Rotation) {
        state.withLock { state in
            state.flushes += 1
            state.memory.withUnsafeMutableBufferPointer { memory in
                guard let base = memory.baseAddress else { return }
                for block in blocks {
                    canvas.copy(block, turned: rotation, to: base, panel: size, stride: size.width)
                }
            }
        }
    }

    func close() {
        state.withLock { $0.isOpen = false }
    }
}

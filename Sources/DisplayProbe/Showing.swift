import Foundation
import Framebuffer
import Screens
import Terminal

/// The kiosk's own first screens on the real panel, without readers, printer or store.
final class Showing {
    private let backend: FramebufferBackend
    private var model: KioskModel
    private var interaction = Interaction<Action>()
    private var size: Size?
    private var frames = 0

    init(backend: FramebufferBackend) {
        self.backend = backend
        model = KioskModel(settings: KioskSettings(hall: "示例区政务服务中心", machine: "03"), now: Date(), seed: 1)
    }

    /// Until F10 is pressed, or the back end ends.
    func run() async {
        for await events in backend.events {
            for event in events {
                tell(event)
                if event == .key(.function(10)) { return await backend.close() }
                await take(event)
            }
            await draw()
        }
    }

    /// F2 and F3 change the print size, F4 blanks the screen.
    private func take(_ event: InputEvent) async {
        switch event {
        case .resize(let size): self.size = size
        case .key(.function(2)): await backend.setPrintSize(.normal)
        case .key(.function(3)): await backend.setPrintSize(.large)
        case .key(.function(4)): await backend.wipe()
        case .touch, .key, .scroll, .focus: act(on: event)
        case .report, .closed: break
        }
    }

    private func act(on event: InputEvent) {
        guard let size else { return }
        let tree = Frame(model.view(size: size), size: size, interaction: interaction).tree
        for action in interaction.handle(event, in: tree).actions {
            Lines.write("ACTION \(action)")
            _ = model.update(.act(action))
        }
    }

    private func draw() async {
        guard let size else { return }
        let start = ContinuousClock.now
        let frame = Frame(model.view(size: size), size: size, interaction: interaction)
        await backend.present(frame.content, theme: .standard)
        frames += 1
        Lines.write("FRAME \(frames) \(ContinuousClock.now - start)")
    }

    private func tell(_ event: InputEvent) {
        switch event {
        case .resize(let size): Lines.write("SIZE \(size.width)x\(size.height)")
        case .touch(let touch): Lines.write("TOUCH \(touch.phase) \(touch.point.x),\(touch.point.y)")
        case .key(let key): Lines.write("KEY \(key)")
        case .focus(let isHere): Lines.write("FOCUS \(isHere)")
        case .scroll, .report, .closed: break
        }
    }
}

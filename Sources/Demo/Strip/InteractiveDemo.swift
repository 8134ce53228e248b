import Core
import Foundation
import Synchronization
import Terminal
import TerminalEmulator

/// The hall in the present terminal: the kiosk's screen, the strip under it, the mouse for the finger.
final class InteractiveDemo {
    private let hall: Hall
    private let backend: any Backend
    private let wakes: AsyncStream<Wake>
    private let wake: AsyncStream<Wake>.Continuation
    private var kiosk: KioskTerminal?
    private var size = Size.zero
    private var interaction = Interaction<HandAction>()
    private var isMessageRevealed = false

    private enum Wake: Sendable {
        case input([InputEvent])
        case drawn
        case clock
    }

    init(hall: Hall, backend: any Backend) {
        self.hall = hall
        self.backend = backend
        (wakes, wake) = AsyncStream.makeStream()
    }

    /// Returns when the person leaves.
    func run() async throws {
        let feeds = feed()
        defer { for task in feeds { task.cancel() } }
        loop: for await wake in wakes {
            switch wake {
            case .input(let events): if try await !handle(events) { break loop }
            case .drawn, .clock: break
            }
            await draw()
        }
        await kiosk?.close()
    }

    private func feed() -> [Task<Void, Never>] {
        let (backend, wake) = (backend, wake)
        let input = Task { for await events in backend.events { wake.yield(.input(events)) } }
        let clock = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                wake.yield(.clock)
            }
        }
        return [input, clock]
    }

    /// False when it is time to go.
    private func handle(_ events: [InputEvent]) async throws -> Bool {
        for event in events {
            switch event {
            case .resize(let size): try resize(size)
            case .closed: return false
            case .touch, .scroll, .key, .focus, .report:
                let response = interaction.handle(event, in: frame().tree)
                for action in response.actions where try await !perform(action) { return false }
                if response.actions.isEmpty { forward(event) }
            }
        }
        return true
    }

    private func resize(_ size: Size) throws {
        self.size = size
        let rows = max(1, size.height - Strip.height)
        if let kiosk {
            kiosk.resize(columns: size.width, rows: rows)
        } else {
            let wake = wake
            kiosk = try KioskTerminal(hall.kioskProgram, columns: size.width, rows: rows) { wake.yield(.drawn) }
        }
    }

    /// What is not the strip's goes to the kiosk as the terminal itself would have sent it.
    private func forward(_ event: InputEvent) {
        switch event {
        case .touch(let touch) where touch.point.y >= size.height - Strip.height && touch.phase != .up: return
        case .touch, .scroll, .key, .resize, .focus, .report, .closed: kiosk?.send(event.bytes)
        }
    }

    private func perform(_ action: HandAction) async throws -> Bool {
        switch action {
        case .identityCard: await hall.toggleIdentityCard()
        case .enterpriseCard: await hall.toggleEnterpriseCard()
        case .staffCard: await hall.toggleStaffCard(of: .hallStaff)
        case .technicianCard: await hall.toggleStaffCard(of: .technician)
        case .paper: await hall.togglePaper()
        case .stick: await hall.toggleStick()
        case .scanner: await hall.touchScanner()
        case .network: await hall.toggleNetwork()
        case .message: isMessageRevealed.toggle()
        case .leave: return false
        }
        return true
    }

    private func frame(_ state: StripState = StripState()) -> Frame<HandAction> {
        let view = View<HandAction>.column {
            View.picture(picture.grid, label: "kiosk")
            Strip.view(state)
        }
        return Frame(view, size: size, interaction: interaction)
    }

    private var picture: ScreenPicture {
        ScreenPicture(of: kiosk?.screen ?? EmulatedScreen(columns: 1, rows: 1))
    }

    private func draw() async {
        var state = await hall.stripState()
        state.message = isMessageRevealed ? (hall.lastMessage()?.text ?? "还没有短信") : nil
        await backend.present(frame(state).content, theme: picture.theme)
    }
}

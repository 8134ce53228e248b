import Core
import Terminal

@testable import Screens

/// A person at the screen: events go the way that the kiosk's loop sends them, over the tree of the frame that stands.
struct Hand {
    var size = Size(width: 80, height: 30)
    private(set) var interaction = Interaction<Action>()

    func frame(of walk: Walk) -> Frame<Action> {
        Frame(walk.model.view(size: size), size: size, interaction: interaction)
    }

    mutating func give(_ events: InputEvent..., to walk: inout Walk) {
        for event in events {
            let response = interaction.handle(event, in: frame(of: walk).tree)
            let keys = response.unhandled.compactMap { walk.model.action(for: $0) }
            let actions = response.actions + keys
            for action in actions { send(.act(action), to: &walk) }
            if actions.isEmpty { send(.touched, to: &walk) }
        }
    }

    mutating func send(_ message: Message, to walk: inout Walk) {
        let attention = walk.model.attention
        if walk.send(message).contains(.endVisit) { interaction.reset() }
        if let wanted = walk.model.attention, wanted != attention {
            interaction.focus(wanted.node, in: frame(of: walk).tree)
        }
    }
}

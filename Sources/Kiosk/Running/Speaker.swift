import Screens
import Terminal

/// Says of every frame what a person must hear, as long as the visit has its voice on.
struct Speaker: Sendable {
    let voice: any Voice
    let headphones: any Headphones
    private var isOn = false
    private var narrator: Narrator<Action>?

    init(voice: any Voice, headphones: any Headphones) {
        self.voice = voice
        self.headphones = headphones
    }

    /// To be told of every frame that is shown, with what the person's last key came to.
    mutating func attend(
        _ tree: SemanticTree<Action>, of model: KioskModel, after response: Interaction<Action>.Response
    ) {
        defer { isOn = model.isVoiced }
        guard model.isVoiced else { return forget() }
        var narrator = narrator ?? Narrator(greets: !isOn)
        let said = narrator.narrate(
            tree,
            Narrator.Context(model.speechLabels, hasHeadphones: headphones.isPluggedIn, after: response))
        self.narrator = narrator
        if !said.isEmpty { voice.say(said) }
    }

    /// The visit is over: what one person was told is neither said nor kept any longer.
    mutating func forget() {
        guard narrator != nil else { return }
        narrator = nil
        voice.hush()
    }
}

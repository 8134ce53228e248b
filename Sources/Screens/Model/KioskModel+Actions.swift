import Core
import Terminal

extension KioskModel {
    mutating func act(_ action: Action) -> [Command] {
        notice = nil
        return switch action {
        case .anywhere(let action): act(action)
        case .welcome(let action): act(action)
        case .privacy(let action): act(action)
        case .reading(let action): act(action)
        case .identity(let action): act(action)
        case .phone(let action): act(action)
        case .code(let action): act(action)
        case .signature(let action): act(action)
        case .list(let action): act(action)
        case .kinds(let action): act(action)
        case .change(let action): act(action)
        case .form(let action): act(action)
        case .enterpriseName(let action): act(action)
        case .enterprisePhone(let action): act(action)
        case .educationHours(let action): act(action)
        case .words(let action): act(action)
        case .province(let action): act(action)
        case .qualificationDate(let action): act(action)
        case .source(let action): act(action)
        case .stick(let action): act(action)
        case .file(let action): act(action)
        case .phoneUpload(let action): act(action)
        case .scan(let action): act(action)
        case .filing(let action): act(action)
        case .preview(let action): act(action)
        case .signed(let action): act(action)
        case .detail(let action): act(action)
        case .certificate(let action): act(action)
        case .pin(let action): act(action)
        case .review(let action): act(action)
        case .formReturn(let action): act(action)
        case .confirmed(let action): act(action)
        case .rename(let action): act(action)
        case .certificates(let action): act(action)
        case .takeAlong(let action): act(action)
        case .sealed(let action): act(action)
        case .printing(let action): act(action)
        case .ended(let action): act(action)
        case .staff(let action): act(action)
        case .technician(let action): act(action)
        }
    }

    private mutating func act(_ action: Action.Anywhere) -> [Command] {
        switch action {
        case .leave: return end(.byPerson)
        case .stay, .closeNotice: return []
        case .speak(let language):
            presentation.language = language
            return []
        case .printSize(let size):
            presentation.printSize = size
            return []
        case .contrast(let contrast):
            presentation.contrast = contrast
            return []
        case .voice(let isOn):
            presentation.isVoiced = isOn
            return []
        case .showHelp(let isOpen):
            isHelpOpen = isOpen
            return []
        case .callStaff:
            isHelpOpen = false
            notice = .staffCalled
            return [errands.command(.callStaff, in: .none)]
        }
    }

    /// Starts what the person will wait for. Nothing happens while something else is under way: a second touch on the
    /// same button must not do it twice.
    mutating func begin(_ work: Work) -> [Command] {
        guard !isBusy else { return [] }
        return [errands.command(work, in: .foreground)]
    }
}

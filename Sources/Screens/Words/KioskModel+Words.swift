import Core
import Terminal

// The page on which somebody writes words of their own.
extension KioskModel {
    mutating func act(_ action: Action.WordsEntry) -> [Command] {
        guard case .wordsEntry(var entry) = screen else { return [] }
        switch action {
        case .key(let key): return type(key, entry)
        case .show(let keys):
            entry.smallKeys = keys
            screen = .wordsEntry(entry)
            return []
        case .cancel: return leaveWords(entry)
        }
    }

    private mutating func type(_ key: KeyboardKey, _ entry: WordsEntry) -> [Command] {
        var entry = entry
        let effect = entry.take(key)
        switch effect {
        case .insert(let text): return write(entry) { $0 += text }
        case .eraseLast: return write(entry) { if !$0.isEmpty { $0.removeLast() } }
        case .eraseAll: return write(entry) { $0 = "" }
        case .compose(let step):
            screen = .wordsEntry(entry)
            return compose(step)
        case .confirm: return confirmWords(entry)
        case .suggestion, .none:
            screen = .wordsEntry(entry)
            return []
        }
    }

    mutating func write(_ stroke: Stroke, _ entry: WordsEntry) -> [Command] {
        var entry = entry
        guard case .compose(let step) = entry.write(stroke) else { return [] }
        screen = .wordsEntry(entry)
        return compose(step)
    }

    private mutating func write(_ entry: WordsEntry, _ change: (inout String) -> Void) -> [Command] {
        var entry = entry
        change(&entry.text)
        entry.text = String(entry.text.prefix(WordsEntry.mostCharacters))
        // The keys show capitals, and so do certificates.
        if case .qualificationNumber = entry.purpose { entry.text = entry.text.uppercased() }
        screen = .wordsEntry(entry)
        switch entry.purpose {
        case .cancellationReason: return changeCancellation { $0.reasonText = entry.text }
        case .qualificationNumber: return changeTyped { $0.number = entry.text }
        case .returnReason, .search: return []
        }
    }

    mutating func take(_ composition: Composition, _ entry: WordsEntry) -> [Command] {
        var entry = entry
        entry.take(composition)
        return write(entry) { $0 += composition.committed }
    }

    private mutating func confirmWords(_ entry: WordsEntry) -> [Command] {
        let commands = stopComposing(entry)
        switch entry.purpose {
        case .returnReason(var formReturn):
            formReturn.words = entry.text
            screen = .formReturn(formReturn)
            return commands
        case .cancellationReason(let page, _), .qualificationNumber(let page, _):
            return commands + returnToForm(page)
        case .search: return commands + showConfirmed(searching: entry.text)
        }
    }

    private mutating func leaveWords(_ entry: WordsEntry) -> [Command] {
        let commands = stopComposing(entry)
        switch entry.purpose {
        case .returnReason(let formReturn):
            screen = .formReturn(formReturn)
            return commands
        case .cancellationReason(let page, let before):
            return commands + changeCancellation { $0.reasonText = before } + returnToForm(page)
        case .qualificationNumber(let page, let before):
            return commands + changeTyped { $0.number = before } + returnToForm(page)
        case .search:
            screen = .confirmedList
            return commands
        }
    }

    /// What was being composed on this page reaches no other.
    mutating func stopComposing(_ page: some KeyboardPage) -> [Command] {
        errands.drop(.composition)
        return !page.isComposing ? [] : [errands.command(.compose(.clear), in: .none)]
    }
}

import Core
import Foundation
import Terminal

// The pages on which a single field is typed.
extension KioskModel {
    mutating func act(_ action: Action.EnterprisePhone) -> [Command] {
        guard case .enterprisePhone(let entry) = screen else { return [] }
        switch action {
        case .key(let key): return change { $0.enterprisePhone.take(key, limit: 12) }
        case .done: return returnToForm(entry.page)
        case .cancel:
            let commands = change { $0.enterprisePhone = entry.before.enterprisePhone }
            return commands + returnToForm(entry.page)
        }
    }

    /// The problems are looked at again only where a save has shown them before.
    private mutating func returnToForm(_ page: FormPage) -> [Command] {
        var page = page
        if page.isChecked, case .applicant(let visit) = visit, let form = initialForm {
            page.problems = visit.session.rules.problems(in: .initial(form), on: today)
        }
        screen = .form(page)
        return []
    }
}

// MARK: Enterprise name

extension KioskModel {
    mutating func act(_ action: Action.EnterpriseName) -> [Command] {
        guard case .enterpriseName(let entry) = screen else { return [] }
        switch action {
        case .key(let key): return type(key, entry)
        case .showLaterLetters(let isOn):
            editEntry { $0.showsLaterLetters = isOn }
            return []
        case .preferCandidates(let isOn):
            editEntry { $0.prefersCandidates = isOn }
            return []
        case .cancel:
            let commands = change {
                $0.enterpriseName = entry.before.enterpriseName
                $0.enterprise = entry.before.enterprise
            }
            return commands + leaveName(entry)
        }
    }

    private mutating func type(_ key: KeyboardKey, _ entry: EnterpriseName) -> [Command] {
        let isComposing = !entry.letters.isEmpty || !entry.strokes.isEmpty
        switch key {
        case .character(let character):
            guard entry.mode == .pinyin, character.isASCII, character.isLetter else { return insert(String(character)) }
            guard entry.letters.count < 60 else { return [] }
            return compose(.letter(character)) { $0.letters.append(character) }
        case .backspace:
            if !entry.strokes.isEmpty { return unwrite() }
            if isComposing { return compose(.backspace) { $0.letters.removeLast() } }
            return rename { if !$0.isEmpty { $0.removeLast() } }
        case .clear:
            if isComposing { return compose(.clear) { $0.forgetComposing() } }
            return rename { $0 = "" }
        case .space:
            if isComposing { return entry.composition.candidates.isEmpty ? [] : compose(.choose(0)) { _ in } }
            return insert(" ")
        case .candidate(let index):
            return entry.composition.candidates.indices.contains(index) ? compose(.choose(index)) { _ in } : []
        case .moreCandidates: return compose(.more) { _ in }
        case .suggestion(let index):
            return entry.matches.indices.contains(index) ? choose(entry.matches[index], entry) : []
        case .mode(let mode):
            let commands = isComposing ? compose(.clear) { $0.forgetComposing() } : []
            editEntry { $0.mode = mode }
            return commands
        case .originalCharacters(let isOn):
            return compose(.originalCharacters(isOn)) { $0.keepsOriginalCharacters = isOn }
        case .confirm: return confirmName(entry)
        }
    }

    /// A name from the register is checked with the store at once: one touch less.
    private mutating func choose(_ enterprise: Enterprise, _ entry: EnterpriseName) -> [Command] {
        let commands = rename { $0 = enterprise.name } + leaveName(entry)
        return commands + begin(.verifyEnterprise(name: enterprise.name))
    }

    /// Initials that lead to one enterprise only mean that one.
    private mutating func confirmName(_ entry: EnterpriseName) -> [Command] {
        if !entry.letters.isEmpty, let only = entry.matches.first, entry.matches.count == 1 {
            return choose(only, entry)
        }
        let commands = leaveName(entry)
        guard let form = initialForm, !form.enterpriseName.isEmpty, form.enterprise == nil else { return commands }
        return commands + begin(.verifyEnterprise(name: form.enterpriseName))
    }

    private mutating func leaveName(_ entry: EnterpriseName) -> [Command] {
        errands.drop(.search)
        var commands: [Command] = []
        if !entry.letters.isEmpty || !entry.strokes.isEmpty {
            commands = [errands.command(.compose(.clear), in: .none)]
        }
        errands.drop(.composition)
        var page = entry.page
        page.verification = .notAsked
        return commands + returnToForm(page)
    }

    private mutating func insert(_ text: String) -> [Command] {
        rename { if $0.count < 60 { $0 += text } }
    }

    /// Another name needs another verification.
    private mutating func rename(_ body: (inout String) -> Void) -> [Command] {
        let commands = change { form in
            let before = form.enterpriseName
            body(&form.enterpriseName)
            if form.enterpriseName != before { form.enterprise = nil }
        }
        return commands + search()
    }

    private mutating func editEntry(_ body: (inout EnterpriseName) -> Void) {
        guard case .enterpriseName(var entry) = screen else { return }
        body(&entry)
        screen = .enterpriseName(entry)
    }

    private mutating func compose(_ step: CompositionStep, _ body: (inout EnterpriseName) -> Void) -> [Command] {
        editEntry(body)
        return [errands.command(.compose(step), in: .composition)] + search()
    }

    private mutating func search() -> [Command] {
        guard case .enterpriseName(let entry) = screen else { return [] }
        return search((initialForm?.enterpriseName ?? "") + entry.letters)
    }

    mutating func search(_ text: String) -> [Command] {
        guard !text.isEmpty else {
            errands.drop(.search)
            editEntry { $0.matches = [] }
            return []
        }
        return [errands.command(.searchEnterprises(text), in: .search)]
    }

    mutating func takeMatches(_ answer: Answer) -> [Command] {
        guard case .matches(let matches) = answer else { return [] }
        editEntry { $0.matches = matches }
        return []
    }

    mutating func takeComposition(_ answer: Answer) -> [Command] {
        guard case .composition(let composition) = answer, case .enterpriseName = screen else { return [] }
        editEntry {
            $0.composition = composition
            if composition.preedit.isEmpty { $0.letters = "" }
            if !composition.committed.isEmpty { $0.strokes = [] }
        }
        return composition.committed.isEmpty ? [] : insert(composition.committed)
    }
}

// MARK: Handwriting

extension KioskModel {
    mutating func write(_ stroke: Stroke) -> [Command] {
        writeAnew { if $0.count < EnterpriseName.mostStrokes { $0.append(stroke) } }
    }

    /// The last stroke is taken back.
    private mutating func unwrite() -> [Command] { writeAnew { $0.removeLast() } }

    private mutating func writeAnew(_ body: (inout [Stroke]) -> Void) -> [Command] {
        editEntry { body(&$0.strokes) }
        guard case .enterpriseName(let entry) = screen else { return [] }
        return [errands.command(.compose(.write(entry.strokes)), in: .composition)]
    }
}

extension EnterpriseName {
    /// No character has so many.
    static let mostStrokes = 64

    mutating func forgetComposing() {
        letters = ""
        strokes = []
    }
}

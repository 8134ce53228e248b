import Core
import Foundation
import Terminal

// The pages on which a single field is typed.
extension KioskModel {
    mutating func act(_ action: Action.EnterprisePhone) -> [Command] {
        guard case .enterprisePhone(let entry) = screen else { return [] }
        switch action {
        case .key(let key):
            var phone = draftForm?.enterprisePhone ?? ""
            phone.take(key, limit: 12)
            return changeForm { $0.enterprisePhone = phone }
        case .done: return returnToForm(entry.page)
        case .cancel:
            let commands = changeForm { $0.enterprisePhone = entry.before }
            return commands + returnToForm(entry.page)
        }
    }

    /// The problems are looked at again only where a save has shown them before.
    mutating func returnToForm(_ page: FormPage) -> [Command] {
        var page = page
        if page.isChecked, let form = draftForm { page.problems = problems(of: form) }
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
        case .show(let keys):
            editEntry { $0.smallKeys = keys }
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
        var entry = entry
        let effect = entry.take(key)
        screen = .enterpriseName(entry)
        switch effect {
        case .insert(let text): return insert(text)
        case .eraseLast: return rename { if !$0.isEmpty { $0.removeLast() } }
        case .eraseAll: return rename { $0 = "" }
        case .compose(let step): return compose(step) + search()
        case .suggestion(let index):
            return entry.matches.indices.contains(index) ? choose(entry.matches[index], entry) : []
        case .confirm: return confirmName(entry)
        case .none: return []
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
        let commands = stopComposing(entry)
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

    mutating func compose(_ step: CompositionStep) -> [Command] {
        [errands.command(.compose(step), in: .composition)]
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
        guard case .composition(let composition) = answer else { return [] }
        if case .wordsEntry(let entry) = screen { return take(composition, entry) }
        guard case .enterpriseName(var entry) = screen else { return [] }
        entry.take(composition)
        screen = .enterpriseName(entry)
        return composition.committed.isEmpty ? [] : insert(composition.committed)
    }
}

// MARK: Handwriting

extension KioskModel {
    mutating func write(_ stroke: Stroke, _ entry: EnterpriseName) -> [Command] {
        var entry = entry
        guard case .compose(let step) = entry.write(stroke) else { return [] }
        screen = .enterpriseName(entry)
        return compose(step)
    }
}

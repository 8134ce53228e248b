import Core

// The machine around the kiosk: looked at, and given orders that its own services carry out.
extension KioskModel {
    mutating func openMachine() -> [Command] {
        screen = .technician(.machine(MachinePage()))
        return begin(.readMachine)
    }

    mutating func act(_ action: Action.Technician, on page: MachinePage) -> [Command] {
        var page = page
        switch action {
        case .order(let order):
            guard page.asked == nil, refusal(of: order, page) == nil else { return [] }
            page.asked = order
            page.acceptsLoss = false
        case .acceptLoss(let accepts):
            guard page.losesEntries else { return [] }
            page.acceptsLoss = accepts
        case .confirm:
            guard let order = page.asked, confirmRefusal(page) == nil else { return [] }
            return begin(.orderMachine(order))
        case .machine:
            guard page.asked == nil else {
                page.asked = nil
                break
            }
            return begin(.readMachine)
        case .home, .selfTest, .test, .testAll, .survey, .log, .touch, .paint: return []
        }
        screen = .technician(.machine(page))
        return []
    }

    mutating func takeMachine(_ result: Result<MachineSurvey, Trouble>) -> [Command] {
        guard case .technician(.machine(var page)) = screen else { return [] }
        switch result {
        case .failure(let trouble): return stumble(trouble)
        case .success(let survey): page.survey = survey
        }
        screen = .technician(.machine(page))
        return []
    }

    /// Asked for by the clock: what stood there stays when nothing comes.
    mutating func takeNews(of result: Result<MachineSurvey, Trouble>) -> [Command] {
        guard case .technician(.machine(let page)) = screen, case .success = result else { return [] }
        if page.survey == nil { notice = nil }
        return takeMachine(result)
    }

    mutating func takeObeyed(_ result: Result<Kept, Trouble>) -> [Command] {
        guard case .technician(.machine(var page)) = screen, let order = page.asked else { return [] }
        if case .failure(let trouble) = result { return stumble(trouble) }
        page.asked = nil
        page.done = order
        screen = .technician(.machine(page))
        return begin(.readMachine)
    }

    /// Why an order cannot be given now, in words beside its button.
    func refusal(of order: MachineOrder, _ page: MachinePage) -> String? {
        if isBusy { return t(CommonText.working) }
        guard let survey = page.survey else { return t(MachineText.unknown) }
        return order == .rollBack && survey.facts.previous == nil ? t(MachineText.nothingBefore) : nil
    }

    func confirmRefusal(_ page: MachinePage) -> String? {
        if isBusy { return t(CommonText.working) }
        return page.losesEntries && !page.acceptsLoss ? t(MachineText.acceptFirst) : nil
    }
}

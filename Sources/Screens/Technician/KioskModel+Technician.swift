import Core
import Foundation

// The technician's corner: it needs no store.
extension KioskModel {
    mutating func act(_ action: Action.Technician) -> [Command] {
        guard case .technician(let page) = screen else { return [] }
        switch (action, page) {
        case (.home, .selfTest), (.home, .survey), (.home, .log), (.home, .touch), (.home, .machine):
            errands.drop(.foreground)
            screen = .technician(.home)
            return []
        case (.selfTest, .home):
            screen = .technician(.selfTest(SelfTest()))
            return []
        case (.survey, .home):
            screen = .technician(.survey(nil))
            return begin(.surveyKiosk)
        case (.log, .home):
            screen = .technician(.log(nil))
            return begin(.surveyKiosk)
        case (.touch, .home):
            screen = .technician(.touch([]))
            return []
        case (.machine, .home): return openMachine()
        case (_, .machine(let page)): return act(action, on: page)
        case (.test(let part), .selfTest(let test)): return add([part], to: test)
        case (.testAll, .selfTest(let test)): return add(SelfTestPart.all, to: test)
        case (.paint(let tile), .touch(let tiles)):
            screen = .technician(.touch(tiles.union([tile])))
            return []
        case (_, _): return []
        }
    }

    private mutating func add(_ parts: [SelfTestPart], to test: SelfTest) -> [Command] {
        var test = test
        let isIdle = test.queue.isEmpty
        test.queue += parts.filter { !test.queue.contains($0) }
        screen = .technician(.selfTest(test))
        return isIdle ? goOn(test) : []
    }

    /// One part after the other: a test that takes long holds up the rest and not the screen.
    private mutating func goOn(_ test: SelfTest) -> [Command] {
        test.queue.first.map { begin(.selfTest($0)) } ?? []
    }

    mutating func takeTest(of part: SelfTestPart, _ result: SelfTestResult) -> [Command] {
        guard case .technician(.selfTest(var test)) = screen else { return [] }
        test.queue.removeAll { $0 == part }
        test.results[part] = result
        screen = .technician(.selfTest(test))
        return goOn(test)
    }

    mutating func takeSurvey(_ survey: KioskSurvey) -> [Command] {
        guard case .technician(let page) = screen else { return [] }
        switch page {
        case .survey: screen = .technician(.survey(survey))
        case .log: screen = .technician(.log(survey))
        case .home, .selfTest, .touch, .machine: break
        }
        return []
    }
}

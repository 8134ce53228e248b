import Core
import Terminal
import Testing

@testable import Screens

/// What the office decides, as the applicant sees it.
struct CorrectionTests {
    @Test func `the whole list of a correction is shown at once, and mending is what to do`() throws {
        var walk = try Walk.detail(.correctionRequired)
        let frame = walk.frame()
        for item in Samples.corrections { #expect(frame.shows(item)) }
        #expect(frame.shows("请补正以下 3 处"))
        walk.act(.detail(.edit))
        #expect(walk.screen == "screen.form")
    }

    @Test(arguments: [RegistrationState.notAccepted, .refused])
    func `a decision against the applicant stands with its reason`(_ state: RegistrationState) throws {
        var walk = try Walk.detail(state)
        let reason = try #require(Samples.registration(state).reasonToMend)
        #expect(walk.frame().shows(reason))
        #expect(walk.frame().shows(state.chinese))
        #expect(walk.act(.detail(.edit)).isEmpty)
    }

    @Test func `an application that is open is read again when the feed tells of a reviewer's act`() throws {
        var walk = try Walk.detail(.sealed)
        let asked = walk.send(.changed([try Samples.status(.correctionRequired)]))
        #expect(asked.contains { if case .loadRegistration = $0 { true } else { false } })
        try walk.answer(.registration(.success(Samples.registration(.correctionRequired))))
        for item in Samples.corrections { #expect(walk.frame().shows(item)) }
        #expect(walk.send(.changed([try Samples.status(.correctionRequired)])).isEmpty)
    }

    @Test func `an employer who has just sealed reads what the office asks for`() throws {
        var walk = try Walk.sealed()
        walk.send(.changed([try Samples.status(.correctionRequired)]))
        #expect(walk.frame().shows("需要补正"))
    }
}

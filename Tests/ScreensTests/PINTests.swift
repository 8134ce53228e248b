import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// The enterprise's PIN: nobody loses a card by accident.
struct PINTests {
    @Test func `the last try is asked about`() throws {
        var walk = try Walk.pin(triesLeft: 1)
        walk.type("123456") { .pin(.key($0)) }
        #expect(walk.act(.pin(.submit)).isEmpty)
        #expect(walk.act(.pin(.confirmLastTry(false))).isEmpty)
        walk.type("123456") { .pin(.key($0)) }
        walk.act(.pin(.submit))
        #expect(walk.act(.pin(.confirmLastTry(true))).count == 1)
    }

    @Test func `a blocked card is told so and never tried`() throws {
        var walk = try Walk.pin(triesLeft: 0)
        #expect(walk.frame().shows("C-111"))
        walk.type("123456") { .pin(.key($0)) }
        #expect(walk.act(.pin(.submit)).isEmpty)
        #expect(walk.act(.pin(.confirmLastTry(true))).isEmpty)
    }

    @Test func `two wrong PINs lead to the question, a third to the blocked screen`() throws {
        var walk = try Walk.pin(triesLeft: 3)
        for triesLeft in [2, 1] {
            walk.type("999999") { .pin(.key($0)) }
            #expect(walk.act(.pin(.submit)).count == 1)
            try walk.answer(.enterpriseAdmitted(.failure(.card(.wrongPIN(triesLeft: triesLeft)))))
        }
        walk.type("999999") { .pin(.key($0)) }
        #expect(walk.act(.pin(.submit)).isEmpty)
        walk.act(.pin(.confirmLastTry(true)))
        try walk.answer(.enterpriseAdmitted(.failure(.card(.wrongPIN(triesLeft: 0)))))
        #expect(walk.frame().shows("证书密码已锁定"))
    }

    @Test(arguments: ["", "1", "12345"])
    func `too short a PIN is not tried`(pin: String) throws {
        var walk = try Walk.pin()
        walk.type(pin) { .pin(.key($0)) }
        #expect(walk.act(.pin(.submit)).isEmpty)
        let submit = walk.frame().tree.node(labelled: "登录")
        #expect(submit?.state.isEnabled == false)
    }

    @Test func `the digits of a PIN are never on the screen`() throws {
        var walk = try Walk.pin()
        let before = walk.frame().grid.lines
        walk.type("987654") { .pin(.key($0)) }
        let changed = zip(before, walk.frame().grid.lines).filter { $0 != $1 }.map(\.1).joined()
        #expect(changed.contains("●"))
        #expect(!changed.contains { $0.isNumber })
    }

    @Test func `a shuffled pad has every digit once, and another order each time`() throws {
        var settings = Samples.settings()
        settings.shufflesPIN = true
        var walk = try Walk.pin(settings: settings)
        guard case .pinEntry(let first) = walk.model.screen else { return }
        #expect(first.order.sorted() == Array(0...9))
        walk.act(.pin(.back))
        walk.card(.removed(.enterprise))
        walk.act(.ended(.home))
        walk.card(.placed(.enterprise))
        try walk.answer(.certificate(.success(Samples.certificate())))
        guard case .pinEntry(let second) = walk.model.screen else { return }
        #expect(first.order != second.order)
    }
}

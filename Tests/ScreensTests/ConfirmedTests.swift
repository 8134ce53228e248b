import Core
import Terminal
import Testing

@testable import Screens

/// 企业已确认查询
struct ConfirmedTests {
    @Test func `only what this enterprise has sealed is listed, and going back from one leads to the list`() throws {
        var walk = try Walk.confirmed()
        #expect(walk.frame().shows("已受理"))
        #expect(walk.act(.confirmed(.open(Samples.applicationID))).count == 1)
        try walk.answer(.registration(.success(Samples.registration(.accepted))))
        #expect(walk.act(.detail(.print)) == [.printNotice(Samples.applicationID, again: false, Samples.token)])
        walk.act(.printing(.done))
        #expect(walk.screen == "screen.confirmedList")
        walk.act(.confirmed(.back))
        #expect(walk.screen == "screen.pendingList")
        #expect(try !Scene.confirmedEmpty.walk.frame().shows("测试员甲"))
    }

    @Test(arguments: [
        ("", true), ("csyj", true), ("CS", true), ("测试", true), ("1234", true), ("2026-001", true), ("xyz", false),
        ("syj", false), ("9999", false),
    ])
    func `initials, characters and digits of the number find`(search: String, isFound: Bool) throws {
        #expect(try Samples.status(.accepted).matches(search) == isFound)
    }

    @Test func `a search is typed, shown and taken back`() throws {
        var walk = try Scene.confirmedNotFound.walk
        #expect(walk.frame().shows("没有找到"))
        walk.act(.confirmed(.showAll))
        #expect(walk.frame().shows("测试员甲"))
        walk.act(.confirmed(.search))
        walk.act(.words(.cancel))
        #expect(walk.screen == "screen.confirmedList")
    }
}

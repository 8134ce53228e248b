import Core
import Foundation
import Testing

@testable import Documents

@Suite struct SealTests {
    @Test(arguments: ["个人数字签名　2026年11月22日", "龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘"])
    func `an outline holds every glyph of its text`(_ text: String) async throws {
        let fonts = try FontLibrary(directory: Press.fonts)
        let block = try fonts.block(text, TextStyle(size: 30), field: "测试")
        let single = try text.filter { !$0.isWhitespace }.map { character in
            try Outline(of: fonts.block(String(character), TextStyle(size: 30), field: "测试")).steps.count
        }
        #expect(try Outline(of: block).steps.count == single.reduce(0, +))
    }

    @Test(arguments: [
        (Transform().moved(by: Point(x: 2, y: 3)), Point(x: 3, y: 3)),
        (Transform().scaled(2, 3), Point(x: 2, y: 0)),
        (Transform().rotated(by: .pi / 2), Point(x: 0, y: 1)),
        (Transform().moved(by: Point(x: 1, y: 0)).scaled(2, 2).rotated(by: .pi), Point(x: -4, y: 0)),
    ])
    func `steps of a transform happen in the order they are written`(_ transform: Transform, _ expected: Point) {
        let found = transform.apply(Point(x: 1, y: 0))
        #expect(abs(found.x - expected.x) < 1e-9 && abs(found.y - expected.y) < 1e-9)
    }
}

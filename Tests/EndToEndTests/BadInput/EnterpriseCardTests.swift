import Core
import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    struct EnterpriseCardTests {
        @Test
        func `each wrong PIN says how many tries are left, the last one is asked about, a blocked card is never tried`()
            async throws
        {
            try await withVisit { visit in
                let issued = try VirtualPIVCard(
                    keys: visit.hall.cards.pki.cardKeys(for: visit.employer), pin: CardCorner.pin, tries: 3)
                let card = CountedCard(issued)
                try await visit.go(to: .insertCard)
                await visit.lay(card, on: .enterprise)
                try await visit.wait(for: "请输入法人一证通密码", "还可以试 3 次")
                try await visit.enterPIN("000000", "登录")
                try await visit.wait(for: "密码不正确，还可以试 2 次")
                try await visit.enterPIN("000000", "登录")
                try await visit.wait(for: "只剩最后 1 次，再错证书就会锁定")

                try await visit.enterPIN("000000", "登录")
                try await visit.touch("先不试", until: "只剩最后 1 次", "请输入 6 至 8 位密码")
                #expect(card.pinsTried == 2)

                try await visit.enterPIN("000000", "登录")
                try await visit.touch("确定，试一次", until: "证书密码已锁定", "021-962600")
                #expect(card.pinsTried == 3)
                await visit.take(.enterprise)

                try await visit.go(to: .insertCard)
                await visit.lay(card, on: .enterprise)
                try await visit.wait(for: "证书密码已锁定")
                #expect(card.pinsTried == 3)
                await visit.take(.enterprise)

                issued.unblock()
                try await visit.go(to: .insertCard)
                await visit.lay(card, on: .enterprise)
                try await visit.goToTheEnd()
                try await visit.expectOneApplicationAndOneSheet()
            }
        }

        @Test func `a wrong card, a pulled card and a wrong PIN at the seal cost neither opinion nor application`()
            async throws
        {
            try await withVisit { visit in
                let keys = try visit.hall.cards.pki.cardKeys(for: visit.employer)
                try await visit.go(to: .insertCard)
                for (trouble, words) in [(CardTrouble.unknown, "这不是法人一证通，请换卡"), (.pulled(after: 2), "取走得太早")] {
                    await visit.lay(TroubledCard(VirtualPIVCard(keys: keys), trouble), on: .enterprise)
                    try await visit.wait(for: "没有读出“法人一证通”", words)
                    try await visit.expectToStay(words)
                    await visit.take(.enterprise)
                }
                try await visit.go(to: .sealPIN)
                try await visit.wait(for: "还可以试 5 次")
                try await visit.enterPIN("000000", "验证并签章")
                try await visit.wait(for: "密码不正确，还可以试 4 次")
                try await visit.touch("返回", until: "[✓] 聘用意见")
                try await visit.goToTheEnd()
                try await visit.expectOneApplicationAndOneSheet()
            }
        }
    }
}

extension Visit {
    fileprivate func enterPIN(_ digits: String, _ button: String) async throws {
        try await wait(for: "请输入 6 至 8 位密码")
        try await type(digits)
        try await touch(button)
    }
}

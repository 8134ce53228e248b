import Core
import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    struct IdentityCardTests {
        @Test func `a card that cannot be read says why, and the right one is read after it`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .placeCard)
                let troubles: [(CardTrouble, String)] = [
                    (.unknown, "这不是身份证件，请换卡"), (.mute, "卡没有应答"), (.pulled(after: 2), "取走得太早"),
                ]
                for (trouble, words) in troubles {
                    await visit.lay(TroubledCard(VirtualIdentityCard(visit.applicant), trouble), on: .identity)
                    try await visit.wait(for: "没有读出身份证", words)
                    try await visit.expectToStay(words)
                    await visit.take(.identity)
                }
                await visit.lay(VirtualIdentityCard(visit.applicant), on: .identity)
                try await visit.wait(for: "请核对您的身份信息", visit.applicant.number.masked)
                try await visit.go(to: .phone)
            }
        }
    }
}

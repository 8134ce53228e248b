import Core
import Foundation
import Storage
import Testing

@Suite struct StoreMemoryTests {
    @Test func `the register grows page by page, and a renamed enterprise keeps its code`() async throws {
        try await withPlace { place in
            let storage = try place.open()
            let one = Enterprise(code: try CreditCode("91310101MA1FP1234K"), name: "上海示例建筑设计有限公司")
            let two = Enterprise(code: try CreditCode("91310104MA1FR5678J"), name: "上海测试工程咨询有限公司")
            let renamed = Enterprise(code: one.code, name: "上海示例设计集团有限公司")
            #expect(try await storage.registerCursor() == 0)
            try await storage.keep(EnterpriseRegisterPage(enterprises: [one, two], cursor: 2, isLast: false))
            try await storage.keep(EnterpriseRegisterPage(enterprises: [renamed], cursor: 3, isLast: true))
            let again = try place.open()
            #expect(try await again.enterprises() == [renamed, two])
            #expect(try await again.registerCursor() == 3)
        }
    }

    @Test func `the place in the change feed is remembered`() async throws {
        try await withPlace { place in
            #expect(try await place.open().feedCursor() == 0)
            try await place.open().apply(ChangePage(changes: [], cursor: 41))
            #expect(try await place.open().feedCursor() == 41)
        }
    }
}

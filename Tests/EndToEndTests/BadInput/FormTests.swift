import Core
import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    struct FormTests {
        @Test func `an unknown enterprise and a missing declaration are told beside their fields`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .form)
                try await visit.touch("点这里填写企业全称", until: "请输入注册企业全称")
                try await visit.type("SHANGHAI")
                try await visit.touch("上海", until: "上海▏")
                try await visit.touch("确定", until: "没有找到这家企业。请按营业执照上的全称核对。", "上海")
                try await visit.go(to: .form, showing: "02164680000")
                try await visit.touch("上海", until: "请输入注册企业全称")
                try await visit.touch("清空", until: "拼音首字母")
                try await visit.type("SHSLJZ")
                try await visit.touch(visit.employer.name, until: "已验证")
                try await visit.touch("保存", until: "有 1 处需要修改", "请勾选申请人员意见")
                visit.expectFilledForm()
                try await visit.go(to: .preview)
            }
        }

        @Test func `a card pulled during the form ends the visit, and the draft is offered the next time`() async throws
        {
            try await withVisit { visit in
                try await visit.go(to: .form, showing: "[✓]")
                await visit.take(.identity)
                try await visit.wait(for: "卡已取走，已安全退出", "没填完的申请表已保存，下次刷卡可以继续")
                visit.expectNobody()
                try await visit.go(to: .applications)
                try await visit.wait(for: "继续填写：初始注册申请表", "上次填写的内容都在")
                try await visit.go(to: .form)
                visit.expectFilledForm()
                #expect(visit.shows("[✓]"))
                try await visit.go(to: .preview)
            }
        }

        @Test func `a form saved without a network is kept, and goes on by itself when it is back`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .form, showing: "[✓]")
                visit.hall.network.cut()
                try await visit.touch("保存", until: "已保存在本机，不会丢失", "暂时联系不上市住建委。恢复后自动提交")
                visit.hall.network.mend()
                try await visit.wait(for: "请核对申请表，无误后签名")
                try await visit.go(to: .signed)
            }
        }
    }
}

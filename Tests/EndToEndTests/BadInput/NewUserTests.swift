import Testing

@testable import Demo

extension WholeHall {
    struct NewUserTests {
        @Test func `a phone number and a code that are wrong are corrected where they stand`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .phone)
                try await visit.type("1380000")
                try await visit.touch("获取验证码", until: "手机号码应为 11 位，现为 7 位", "1380000")
                try await visit.type("0001")
                try await visit.touch("获取验证码", until: "请输入短信验证码")
                try await visit.enterWrongCode()
                try await visit.wait(for: "验证码不正确，还可以试 4 次")
                try await visit.go(to: .signingCode)
                try await visit.enterWrongCode()
                try await visit.wait(for: "验证码不正确，还可以试 4 次")
                try await visit.go(to: .signed)
            }
        }

        @Test func `a code that has expired is told, and a new one does`() async throws {
            try await withVisit(codeLife: 8) { visit in
                try await visit.go(to: .phoneCode)
                let first = try await visit.code()
                try await visit.wait(for: "验证码已过期，请重新获取")
                try await visit.type(first)
                #expect(visit.shows("验证码已过期"), "\(visit.screen)")
                try await visit.touch("重新发送", until: "秒有效")
                try await visit.go(to: .applications)
            }
        }
    }
}

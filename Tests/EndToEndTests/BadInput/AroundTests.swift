import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    struct AroundTests {
        @Test func `while pcscd is gone nobody is let in, who is in goes on, and it comes back by itself`() async throws
        {
            try await withVisit { visit in
                try await visit.go(to: .welcome)
                try await visit.withoutCardService {
                    try await visit.wait(for: "读卡服务没有响应", "读卡器 ✕")
                }
                try await visit.wait(for: "读卡器 ✓")
                try await visit.go(to: .form, showing: "02164680000")
                try await visit.withoutCardService {
                    try await visit.wait(for: "读卡器正在恢复，请不要拿走卡。您可以继续操作。")
                }
                try await visit.wait("for the reader") { !visit.shows("读卡器正在恢复") }
                #expect(visit.shows("02164680000"), "\(visit.screen)")
                try await visit.go(to: .preview)
            }
        }

        @Test func `a terminal that is too small says so, and the form is back with it`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .form, showing: "02164680000")
                visit.kiosk.resize(columns: 30, rows: 10)
                try await visit.wait(for: "屏幕太小，无法显示", "现在 30×10，至少要 40×22")
                visit.kiosk.resize(columns: 80, rows: 30)
                try await visit.wait(for: "初始注册申请表", "02164680000")
                try await visit.go(to: .preview)
            }
        }
    }
}

extension Visit {
    /// Kills pcscd, and lets it be started again afterwards.
    fileprivate func withoutCardService(_ body: () async throws -> Void) async throws {
        await hall.attend(false)
        await hall.cards.killDaemon()
        try await body()
        await hall.attend(true)
    }
}

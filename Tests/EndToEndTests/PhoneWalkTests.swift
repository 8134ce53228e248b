import Foundation
import PhoneBrowser
import TerminalEmulator
import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    /// From the code on the kiosk's real screen to what a phone has sent, on the kiosk's screen again.
    struct PhoneWalkTests {
        static let sizes = [(columns: 80, rows: 30), (60, 34), (40, 22)]

        @Test(arguments: sizes)
        func `the code on the kiosk's screen is read by another program, and what is sent there stands on the screen`(
            _ columns: Int, _ rows: Int
        ) async throws {
            try await withPhoneCode(columns, rows) { visit, address in
                let picture = try signaturePicture()
                defer { try? FileManager.default.removeItem(at: picture) }
                let answer = try Programs.run(
                    executable: URL(filePath: "/usr/bin/curl"),
                    ["-sk", "-F", "file=@\(picture.path)", "-F", "strokes=", address])
                #expect(answer.output.contains("已收到"), "\(answer.output)")
                try await visit.keepSignature()
            }
        }

        @Test(
            .enabled(if: ProcessInfo.processInfo.environment["PHONE_PICTURES"] != nil), arguments: sizes)
        func `a phone's browser opens the code of the screen, and a finger's signature stands at the kiosk`(
            _ columns: Int, _ rows: Int
        ) async throws {
            try await withPhoneCode(columns, rows) { visit, address in
                let pictures = URL(filePath: try #require(ProcessInfo.processInfo.environment["PHONE_PICTURES"]))
                try await withPhoneBrowser { browser in
                    try await browser.open(address)
                    try await visit.wait("for the kiosk to say so") { visit.shows("在手机上选文件") }
                    try await browser.draw(on: "canvas", [[(-120, -30), (0, 30), (110, -20)], [(-60, 20), (80, 20)]])
                    try await browser.picture(pictures.appending(path: "walk-\(columns)x\(rows).png"))
                    try await browser.click("button:not([type=button])")
                    try await browser.wait(for: "已收到")
                }
                try await visit.keepSignature()
            }
        }

        /// A new user at the signature, with the code of the phone's page on the screen.
        private func withPhoneCode(
            _ columns: Int, _ rows: Int, _ body: (Visit, String) async throws -> Void
        ) async throws {
            try await withVisit { visit in
                try await visit.go(to: .signature)
                try await visit.touch("用图片", until: "添加签名图片")
                try await visit.touch("手机", until: "请用手机扫码", "有效期至")
                visit.kiosk.resize(columns: columns, rows: rows)
                try await visit.wait("for the new size") {
                    visit.kiosk.screen.columns == columns && visit.shows("换一个二维码") && visit.shows("██")
                }
                try await Task.sleep(for: .milliseconds(300))
                let read = try code(on: visit)
                #expect(read.hasPrefix("https://localhost:\(visit.hall.store.phonePort)/u/"), "\(read)")
                try await body(visit, read)
            }
        }

        /// By zbar, out of a picture of the screen.
        private func code(on visit: Visit) throws -> String {
            let file = FileManager.default.temporaryDirectory.appending(path: "screen-\(UUID().uuidString).pgm")
            defer { try? FileManager.default.removeItem(at: file) }
            try ScreenDots(of: visit.kiosk.screen).pgm.write(to: file)
            let read = try Programs.run(
                executable: URL(filePath: "/usr/bin/zbarimg"),
                ["-q", "--raw", "-Sdisable", "-Sqrcode.enable", file.path])
            #expect(read.status == 0, "\(visit.screen)")
            // Before it stands what zbar has to say of a machine without a message bus.
            return String(read.output.split(separator: "\n").last ?? "")
        }

        private func signaturePicture() throws -> URL {
            let stem = FileManager.default.temporaryDirectory.appending(path: "hand-\(UUID().uuidString)")
            let sheet = stem.appendingPathExtension("pdf")
            defer { try? FileManager.default.removeItem(at: sheet) }
            try SampleFiles.signatureSheet.write(to: sheet)
            let drawn = try Programs.run(
                executable: URL(filePath: "/usr/bin/pdftoppm"),
                ["-jpeg", "-singlefile", "-r", "100", sheet.path, stem.path])
            try #require(drawn.status == 0, "\(drawn.output)")
            return stem.appendingPathExtension("jpg")
        }
    }
}

extension Visit {
    /// What the phone has sent stands on the pad; kept, it leads to the list.
    fileprivate func keepSignature() async throws {
        try await wait(for: "这是读到的签名")
        kiosk.resize(columns: 80, rows: 30)
        try await touch("签好了", until: "我的注册申请")
    }
}

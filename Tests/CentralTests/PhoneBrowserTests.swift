import CentralAPI
import Core
import Foundation
import PhoneBrowser
import Testing

@testable import Central

/// The phone's page in a real browser of a phone's size; run by script/test-phone, which leaves the pictures.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["PHONE_PICTURES"] != nil))
struct PhoneBrowserTests {
    @Test(arguments: [true, false])
    func `a file chosen on the phone arrives, with script and without`(hasScript: Bool) async throws {
        try await withPhone { hall in
            let ticket = try await hall.open(.qualificationScan)
            let file = hall.store.folder.appending(path: "scan.pdf")
            try Samples.scan.content.write(to: file)
            let pictures = URL(filePath: try #require(ProcessInfo.processInfo.environment["PHONE_PICTURES"]))
            let name = hasScript ? "script" : "plain"
            try await withPhoneBrowser(hasScript: hasScript) { browser in
                try await browser.open(ticket.address)
                try await browser.picture(pictures.appending(path: "upload-\(name).png"))
                // Everything fits the width: nobody scrolls sideways on a phone.
                let width = try await browser.rectangle(of: "main").width
                #expect(width <= 390)
                for target in ["button", "input"] {
                    #expect(try await browser.rectangle(of: target).height >= 44, "\(target)")
                }
                try await browser.type(file.path, into: "input")
                try await browser.click("button")
                try await browser.wait(for: "已收到")
                try await browser.picture(pictures.appending(path: "received-\(name).png"))
            }
            #expect(try await hall.state(of: ticket) == .arrived(Samples.scan.content))
        }
    }

    @Test func `a signature is drawn on the phone's screen with a finger, and arrives as its strokes`() async throws {
        try await withPhone { hall in
            let ticket = try await hall.open(.signature)
            let pictures = URL(filePath: try #require(ProcessInfo.processInfo.environment["PHONE_PICTURES"]))
            try await withPhoneBrowser { browser in
                try await browser.open(ticket.address)
                #expect(try await browser.rectangle(of: "canvas").width <= 390)
                try await browser.draw(on: "canvas", [[(-100, -30), (0, 30), (100, -20)], [(-60, 20), (80, 20)]])
                try await browser.picture(pictures.appending(path: "signature.png"))
                try await browser.click("button:not([type=button])")
                try await browser.wait(for: "已收到")
            }
            guard case .arrived(let strokes) = try await hall.state(of: ticket) else {
                Issue.record("nothing arrived")
                return
            }
            #expect(try JSONDecoder().decode(SignatureImage.self, from: strokes).strokes.count == 2)
        }
    }
}

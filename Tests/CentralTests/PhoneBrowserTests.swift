import AsyncHTTPClient
import CentralAPI
import Core
import Foundation
import NIOCore
import NIOHTTP1
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
}

/// WebDriver (W3C), as much of it as one page needs.
private struct PhoneBrowser {
    let client: HTTPClient
    let session: String

    struct Rectangle: Decodable {
        let width: Double
        let height: Double
    }

    private struct Value<Content: Decodable>: Decodable { let value: Content }

    func open(_ address: String) async throws { _ = try await ask("url", ["url": address]) }

    func picture(_ file: URL) async throws {
        let answer = try JSONDecoder().decode(Value<String>.self, from: try await ask("screenshot"))
        try #require(Data(base64Encoded: answer.value)).write(to: file)
    }

    func rectangle(of selector: String) async throws -> Rectangle {
        let element = try await find(selector)
        return try JSONDecoder().decode(Value<Rectangle>.self, from: try await ask("element/\(element)/rect")).value
    }

    func type(_ text: String, into selector: String) async throws {
        _ = try await ask("element/\(try await find(selector))/value", ["text": text])
    }

    func click(_ selector: String) async throws {
        _ = try await ask("element/\(try await find(selector))/click", [:])
    }

    func wait(for words: String) async throws {
        for _ in 0..<100 {
            let source = try JSONDecoder().decode(Value<String>.self, from: try await ask("source")).value
            if source.contains(words) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("“\(words)” did not come")
    }

    private func find(_ selector: String) async throws -> String {
        let answer = try await ask("element", ["using": "css selector", "value": selector])
        return try #require(try JSONDecoder().decode(Value<[String: String]>.self, from: answer).value.values.first)
    }

    private func ask(_ path: String, _ body: [String: String]? = nil) async throws -> Data {
        try await Self.ask(client, session + "/" + path, body.map { try JSONEncoder().encode($0) })
    }

    static func ask(_ client: HTTPClient, _ address: String, _ body: Data?) async throws -> Data {
        var request = HTTPClientRequest(url: address)
        if let body {
            request.method = .POST
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        let response = try await client.execute(request, timeout: .seconds(60))
        let data = Data((try await response.body.collect(upTo: 1 << 24)).readableBytesView)
        try #require(response.status == .ok, "\(String(decoding: data.prefix(400), as: UTF8.self))")
        return data
    }
}

private func withPhoneBrowser(hasScript: Bool, _ body: (PhoneBrowser) async throws -> Void) async throws {
    let port = ServedStore.freePort()
    let driver = Process()
    driver.executableURL = URL(filePath: "/usr/bin/chromedriver")
    driver.arguments = ["--port=\(port)"]
    driver.standardOutput = FileHandle.nullDevice
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    // Not waited for: helpers of the browser hold what Foundation waits on, and end by themselves.
    defer { driver.terminate() }
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    do {
        let browser = try await openPhoneBrowser(client, "http://127.0.0.1:\(port)", hasScript: hasScript)
        try await body(browser)
        var end = HTTPClientRequest(url: browser.session)
        end.method = .DELETE
        _ = try await client.execute(end, timeout: .seconds(10))
    } catch {
        try? await client.shutdown()
        throw error
    }
    try await client.shutdown()
}

private func openPhoneBrowser(_ client: HTTPClient, _ driver: String, hasScript: Bool) async throws -> PhoneBrowser {
    let preferences = hasScript ? "{}" : #"{"profile.managed_default_content_settings.javascript": 2}"#
    let request = """
        {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": true, "goog:chromeOptions": {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            "prefs": \(preferences),
            "mobileEmulation": {"deviceMetrics": {"width": 390, "height": 844, "pixelRatio": 2, "touch": true}}
        }}}}
        """
    struct Opened: Decodable {
        struct Value: Decodable { let sessionId: String }
        let value: Value
    }
    for _ in 0..<50 {
        if let data = try? await PhoneBrowser.ask(client, driver + "/session", Data(request.utf8)) {
            let opened = try JSONDecoder().decode(Opened.self, from: data)
            return PhoneBrowser(client: client, session: "\(driver)/session/\(opened.value.sessionId)")
        }
        try await Task.sleep(for: .milliseconds(200))
    }
    throw CocoaError(.executableLoad)
}

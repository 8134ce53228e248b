import AsyncHTTPClient
package import Foundation
import NIOCore
import NIOHTTP1

/// WebDriver (W3C), as much of it as one page needs.
package struct PhoneBrowser: Sendable {
    fileprivate let client: HTTPClient
    fileprivate let session: String

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    package struct Rectangle: Decodable, Sendable {
        package let width: Double
        package let height: Double
    }

    private struct Value<Content: Decodable>: Decodable { let value: Content }

    package func open(_ address: String) async throws {
        _ = try await ask("url", ["url": address])
    }

    package func picture(_ file: URL) async throws {
        let answer = try JSONDecoder().decode(Value<String>.self, from: try await ask("screenshot"))
        try (Data(base64Encoded: answer.value) ?? Data()).write(to: file)
    }

    package func rectangle(of selector: String) async throws -> Rectangle {
        let element = try await find(selector)
        return try JSONDecoder().decode(Value<Rectangle>.self, from: try await ask("element/\(element)/rect")).value
    }

    package func type(_ text: String, into selector: String) async throws {
        _ = try await ask("element/\(try await find(selector))/value", ["text": text])
    }

    package func click(_ selector: String) async throws {
        _ = try await ask("element/\(try await find(selector))/click", [:])
    }

    package func wait(for words: String) async throws {
        for _ in 0..<100 {
            let source = try JSONDecoder().decode(Value<String>.self, from: try await ask("source")).value
            if source.contains(words) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Failure(description: "“\(words)” did not come")
    }

    /// A finger that comes down, goes and is lifted: points from the middle of the element.
    package func draw(on selector: String, _ strokes: [[(x: Int, y: Int)]]) async throws {
        struct Step: Encodable {
            var type: String
            var button: Int?
            var duration: Int?
            var origin: [String: String]?
            var x: Int?
            var y: Int?
        }
        struct Finger: Encodable {
            let type = "pointer"
            let id = "finger"
            let parameters = ["pointerType": "touch"]
            let actions: [Step]
        }
        let element = ["element-6066-11e4-a52e-4f735466cecf": try await find(selector)]
        var steps: [Step] = []
        for stroke in strokes {
            for (index, point) in stroke.enumerated() {
                steps.append(
                    Step(
                        type: "pointerMove", duration: index == 0 ? 0 : 100, origin: element, x: point.x, y: point.y))
                if index == 0 { steps.append(Step(type: "pointerDown", button: 0)) }
            }
            steps.append(Step(type: "pointerUp", button: 0))
        }
        let body = try JSONEncoder().encode(["actions": [Finger(actions: steps)]])
        _ = try await Self.ask(client, session + "/actions", body)
    }

    private func find(_ selector: String) async throws -> String {
        let answer = try await ask("element", ["using": "css selector", "value": selector])
        let found = try JSONDecoder().decode(Value<[String: String]>.self, from: answer).value
        guard let element = found.values.first else { throw Failure(description: "no \(selector)") }
        return element
    }

    private func ask(_ path: String, _ body: [String: String]? = nil) async throws -> Data {
        try await Self.ask(client, session + "/" + path, body.map { try JSONEncoder().encode($0) })
    }

    fileprivate static func ask(_ client: HTTPClient, _ address: String, _ body: Data?) async throws -> Data {
        var request = HTTPClientRequest(url: address)
        if let body {
            request.method = .POST
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        let response = try await client.execute(request, timeout: .seconds(60))
        let data = Data((try await response.body.collect(upTo: 1 << 24)).readableBytesView)
        guard response.status == .ok else {
            throw Failure(description: String(decoding: data.prefix(400), as: UTF8.self))
        }
        return data
    }
}

/// Lends a headless Chromium of a phone's size.
package func withPhoneBrowser(
    hasScript: Bool = true, _ body: (PhoneBrowser) async throws -> Void
) async throws {
    let port = Int.random(in: 20_000..<30_000)
    let driver = Process()
    driver.executableURL = URL(filePath: "/usr/bin/chromedriver")
    driver.arguments = ["--port=\(port)"]
    driver.standardInput = FileHandle.nullDevice
    driver.standardOutput = FileHandle.nullDevice
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    // Not waited for: helpers of the browser hold what Foundation waits on, and end by themselves.
    defer { kill(driver.processIdentifier, SIGKILL) }
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    do {
        let browser = try await openPhoneBrowser(client, "http://127.0.0.1:\(port)", hasScript: hasScript)
        do { try await body(browser) } catch {
            await browser.end()
            throw error
        }
        await browser.end()
    } catch {
        try? await client.shutdown()
        throw error
    }
    try await client.shutdown()
}

extension PhoneBrowser {
    /// A file of script does not come. Switched off altogether, Chromium's driver never comes back from a click that
    /// sends a form.
    fileprivate func blockScripts() async throws {
        struct Order: Encodable {
            let cmd: String
            let params: [String: [String]]
        }
        for order in [
            Order(cmd: "Network.enable", params: [:]), Order(cmd: "Network.setBlockedURLs", params: ["urls": ["*.js"]]),
        ] {
            let body = try JSONEncoder().encode(order)
            _ = try await Self.ask(client, session + "/goog/cdp/execute", body)
        }
    }

    /// The browser goes with its session. Its answer is read to the end: a connection with an answer that nobody reads
    /// is waited for when the client is shut down.
    fileprivate func end() async {
        var request = HTTPClientRequest(url: session)
        request.method = .DELETE
        guard let response = try? await client.execute(request, timeout: .seconds(10)) else { return }
        _ = try? await response.body.collect(upTo: 1 << 16)
    }
}

private func openPhoneBrowser(_ client: HTTPClient, _ driver: String, hasScript: Bool) async throws -> PhoneBrowser {
    let request = """
        {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": true, "timeouts": {"implicit": 10000}, "goog:chromeOptions": {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            "mobileEmulation": {"deviceMetrics": {"width": 390, "height": 844, "pixelRatio": 2, "touch": true}}
        }}}}
        """
    struct Opened: Decodable {
        struct Value: Decodable { let sessionId: String }
        let value: Value
    }
    for _ in 0..<200 {
        if let data = try? await PhoneBrowser.ask(client, driver + "/session", Data(request.utf8)) {
            let opened = try JSONDecoder().decode(Opened.self, from: data)
            let browser = PhoneBrowser(client: client, session: "\(driver)/session/\(opened.value.sessionId)")
            if !hasScript { try await browser.blockScripts() }
            return browser
        }
        try await Task.sleep(for: .milliseconds(200))
    }
    throw CocoaError(.executableLoad)
}

import Core
import Foundation
import Synchronization
import Testing
import VirtualDevices

@testable import Files

/// The kiosk's own eSCL against a scanner that speaks it over real HTTP.
@Suite struct ESCLScannerTests {
    private final class Counted: Sendable {
        private let counts = Mutex<[Int]>([])
        var all: [Int] { counts.withLock(\.self) }
        func note(_ count: Int) { counts.withLock { $0.append(count) } }
    }

    private func withScanner(
        sheetTime: Duration = .milliseconds(10),
        _ body: (VirtualScanner, ESCLScanner) async throws -> Void
    ) async throws {
        let device = try VirtualScanner(sheetTime: sheetTime)
        defer { device.close() }
        let url = try #require(URL(string: device.url))
        try await body(device, ESCLScanner(url, pause: .milliseconds(10)))
    }

    @Test func `every sheet of the feeder becomes a page, counted as it comes`() async throws {
        try await withScanner { device, scanner in
            device.load([SampleFiles.qualification, SampleFiles.education])
            #expect(await scanner.state() == .loaded)
            let counted = Counted()
            let pages = try await scanner.scan(.document) { counted.note($0) }
            #expect(pages.count == 2 && counted.all == [1, 2])
            #expect(pages.allSatisfy { $0.resolution == 200 && $0.jpeg.starts(with: [0xFF, 0xD8, 0xFF]) })
            #expect(pages[0] != pages[1])
            #expect(device.sheetsInFeeder == 0 && device.endedJobs == 0)
            #expect(await scanner.state() == .empty(hasGlass: true))
        }
    }

    @Test func `with an empty feeder the glass is scanned, a photo in the dots of a certificate`() async throws {
        try await withScanner { device, scanner in
            device.lay(SampleFiles.qualification)
            let pages = try await scanner.scan(.document) { _ in }
            #expect(pages.count == 1)
            device.lay(SampleFiles.photoSheet)
            let photos = try await scanner.scan(.photo) { _ in }
            #expect(photos.map(\.resolution) == [300])
            #expect(photos.map { Self.measure($0.jpeg) } == [[295, 413]])
        }
    }

    /// Width and height in the frame header (ITU-T T.81 B.2.2).
    private static func measure(_ jpeg: Data) -> [Int]? {
        let bytes = [UInt8](jpeg)
        var index = 2
        while index + 9 < bytes.count {
            func word(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
            if [0xC0, 0xC1, 0xC2].contains(bytes[index + 1]) { return [word(index + 7), word(index + 5)] }
            index += 2 + word(index + 2)
        }
        return nil
    }

    @Test(arguments: [
        (VirtualScanner.Trouble.jam, FileFault.scannerJammed), (.openCover, .scannerOpen), (.busy, .scannerBusy),
    ])
    func `a scanner in trouble says which, before and at the job`(
        _ trouble: VirtualScanner.Trouble, _ fault: FileFault
    ) async throws {
        try await withScanner { device, scanner in
            device.load([SampleFiles.qualification])
            device.cause(trouble)
            #expect(await scanner.state() == .fault(fault))
            await #expect(throws: fault) { try await scanner.scan(.document) { _ in } }
            device.cause(nil)
            let pages = try await scanner.scan(.document) { _ in }
            #expect(pages.count == 1)
        }
    }

    @Test(arguments: [
        (VirtualScanner.Trouble.jamAtSecondSheet, FileFault.scannerJammed),
        (.endsAfterFirstSheet, .scannerStopped),
    ])
    func `what stops in the middle gives no half document`(
        _ trouble: VirtualScanner.Trouble, _ fault: FileFault
    ) async throws {
        try await withScanner { device, scanner in
            device.load([SampleFiles.qualification, SampleFiles.education, SampleFiles.education])
            device.cause(trouble)
            let counted = Counted()
            await #expect(throws: fault) { try await scanner.scan(.document) { counted.note($0) } }
            #expect(counted.all == [1])
        }
    }

    @Test func `a scanner that is switched off is told, and found when it is back`() async throws {
        try await withScanner { device, scanner in
            device.switchOff()
            #expect(await scanner.state() == .fault(.scannerMissing))
            await #expect(throws: FileFault.scannerMissing) { try await scanner.scan(.document) { _ in } }
            try device.switchOn()
            #expect(await scanner.state() == .empty(hasGlass: true))
        }
    }

    @Test func `whoever stops a scan ends it at the scanner`() async throws {
        try await withScanner(sheetTime: .milliseconds(300)) { device, scanner in
            device.load(Array(repeating: SampleFiles.qualification, count: 20))
            let counted = Counted()
            let scan = Task { try await scanner.scan(.document) { counted.note($0) } }
            while counted.all.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            scan.cancel()
            await #expect(throws: FileFault.scannerStopped) { try await scan.value }
            #expect(device.endedJobs == 1 && device.sheetsInFeeder > 15)
        }
    }

    @Test func `somebody else who listens there is no scanner`() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:9/eSCL"))
        #expect(await ESCLScanner(url).state() == .fault(.scannerMissing))
        try await withScanner { device, _ in
            let other = try #require(URL(string: device.url.replacing("/eSCL", with: "/other")))
            #expect(await ESCLScanner(other).state() == .fault(.scannerFailed))
        }
    }

    @Test func `a scanner without a glass takes no photo, and wants paper`() throws {
        let text = """
            <?xml version="1.0"?><scan:ScannerCapabilities xmlns:scan="x"><pwg:Version>2.6</pwg:Version><scan:Adf>
            <scan:AdfSimplexInputCaps><scan:MaxWidth>2550</scan:MaxWidth><scan:MaxHeight>4200</scan:MaxHeight>
            <scan:SettingProfiles><scan:SettingProfile><scan:SupportedResolutions><scan:ResolutionRange>
            <scan:XResolutionRange><scan:Min>75</scan:Min><scan:Max>150</scan:Max></scan:XResolutionRange>
            </scan:ResolutionRange></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>
            </scan:AdfSimplexInputCaps></scan:Adf></scan:ScannerCapabilities>
            """
        let capabilities = try #require(ESCLCapabilities(Data(text.utf8)))
        #expect(capabilities.feeder?.resolutions.nearest(to: 200) == 150 && capabilities.feeder?.hasColour == false)
        let empty = try #require(ESCLStatus(Data(Self.status("Idle", "ScannerAdfEmpty").utf8)))
        #expect(throws: FileFault.scannerEmpty) { try capabilities.source(for: .document, empty) }
        #expect(throws: FileFault.scannerHasNoGlass) { try capabilities.source(for: .photo, empty) }
        let loaded = try #require(ESCLStatus(Data(Self.status("Idle", "ScannerAdfLoaded").utf8)))
        #expect(try capabilities.source(for: .document, loaded).0 == .feeder)
    }

    private static func status(_ state: String, _ feeder: String) -> String {
        "<s:ScannerStatus><p:State>\(state)</p:State><s:AdfState>\(feeder)</s:AdfState></s:ScannerStatus>"
    }

    @Test(arguments: [
        ("Stopped", "ScannerAdfEmpty", FileFault.scannerFailed), ("Processing", "ScannerAdfLoaded", .scannerBusy),
        ("Idle", "ScannerAdfMispick", .scannerJammed), ("Idle", "ScannerAdfHatchOpen", .scannerOpen),
    ])
    func `what the status says has its fault`(_ state: String, _ feeder: String, _ fault: FileFault) throws {
        #expect(try #require(ESCLStatus(Data(Self.status(state, feeder).utf8))).fault == fault)
    }

    @Test func `what is no XML of a scanner is refused, however it is made`() {
        let nonsense = [
            "", "<", "<a>", "<a></b>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>", "<html><body>hello</body></html>",
            String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100),
            "<s:ScannerStatus></s:ScannerStatus>", "<!-- only this",
        ]
        for text in nonsense {
            #expect(ESCLStatus(Data(text.utf8)) == nil && ESCLCapabilities(Data(text.utf8)) == nil, "\(text)")
        }
        #expect(XMLTree.parse(Data(count: 1 << 19)) == nil && XMLTree.parse(Data([0xFF, 0xFE])) == nil)
        #expect(XMLTree.parse(Data("<a x='1'><!-- c --><p:b> t </p:b><c/></a>".utf8))?.value("b") == "t")
    }
}

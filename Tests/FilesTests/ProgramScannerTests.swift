import Core
import Foundation
import Testing
import VirtualDevices

@testable import Files

/// Debian's `scanimage`: as the kiosk's way to a scanner that has a driver of SANE alone, and as the witness that the
/// virtual scanner speaks eSCL as others understand it.
@Suite struct ProgramScannerTests {
    /// A folder of SANE's configuration with these drivers alone.
    private func withConfiguration(_ files: [String: String], _ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sane-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        try await body(folder.path)
    }

    private let testBackend = ["dll.conf": "test\n", "test.conf": "number_of_devices 1\nmode Color\nresolution 200\n"]

    @Test func `SANE's test device gives a page`() async throws {
        try await withConfiguration(testBackend) { folder in
            let scanner = ProgramScanner(program: "scanimage", device: "test:0", configuration: folder)
            #expect(await scanner.state() == .empty(hasGlass: true))
            let pages = try await scanner.scan(.document) { #expect($0 == 1) }
            #expect(pages.count == 1 && pages[0].resolution == 200 && pages[0].jpeg.starts(with: [0xFF, 0xD8, 0xFF]))
        }
    }

    @Test(arguments: [
        ("SANE_STATUS_NO_DOCS", FileFault.scannerEmpty), ("SANE_STATUS_JAMMED", .scannerJammed),
        ("SANE_STATUS_COVER_OPEN", .scannerOpen), ("SANE_STATUS_DEVICE_BUSY", .scannerBusy),
        ("SANE_STATUS_IO_ERROR", .scannerFailed),
    ])
    func `what the driver says has its fault`(_ status: String, _ fault: FileFault) async throws {
        let files = testBackend.merging([
            "test.conf": "number_of_devices 1\nmode Color\nread-status-code \"\(status)\"\n"
        ]) {
            $1
        }
        try await withConfiguration(files) { folder in
            let scanner = ProgramScanner(program: "scanimage", device: "test:0", configuration: folder)
            await #expect(throws: fault) { try await scanner.scan(.document) { _ in } }
        }
    }

    @Test func `a device that is not there, and a program that is not, are missing`() async throws {
        try await withConfiguration(testBackend) { folder in
            let scanner = ProgramScanner(program: "scanimage", device: "nosuch:0", configuration: folder)
            await #expect(throws: FileFault.scannerMissing) { try await scanner.scan(.document) { _ in } }
        }
        let none = ProgramScanner(program: "/nowhere/scanimage", device: "test:0")
        #expect(await none.state() == .fault(.scannerMissing))
        await #expect(throws: FileFault.scannerMissing) { try await none.scan(.document) { _ in } }
    }

    @Test func `sane-airscan understands the virtual scanner: the feeder to its end, the glass, an empty feeder`()
        async throws
    {
        let device = try VirtualScanner(sheetTime: .milliseconds(10))
        defer { device.close() }
        let files = [
            "dll.conf": "airscan\n",
            "airscan.conf": "[devices]\nvirtual = \(device.url)/, eSCL\n[options]\ndiscovery = disable\n",
        ]
        try await withConfiguration(files) { folder in
            let name = "airscan:e0:virtual"
            device.load([SampleFiles.qualification, SampleFiles.education])
            let batch = try await scanimage(
                ["-d", name, "--source", "ADF", "--resolution", "200", "--format=jpeg", "--batch=\(folder)/p%d.jpg"],
                folder)
            #expect(batch.contains("Batch terminated, 2 pages scanned"), "\(batch)")
            for page in 1...2 {
                #expect(try Data(contentsOf: URL(filePath: "\(folder)/p\(page).jpg")).count > 10_000)
            }
            let empty = try await scanimage(
                ["-d", name, "--source", "ADF", "--format=jpeg", "-o", "\(folder)/e.jpg"], folder)
            #expect(empty.contains("Document feeder out of documents"), "\(empty)")
            device.lay(SampleFiles.education)
            let glass = try await scanimage(
                [
                    "-d", name, "--source", "Flatbed", "--resolution", "100", "--mode", "Gray", "--format=jpeg", "-o",
                    "\(folder)/g.jpg",
                ], folder)
            #expect(
                try Data(contentsOf: URL(filePath: "\(folder)/g.jpg")).starts(with: [0xFF, 0xD8, 0xFF]), "\(glass)")
        }
    }

    /// - Returns: all that it wrote.
    private func scanimage(_ arguments: [String], _ configuration: String) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/scanimage")
        process.arguments = arguments
        process.environment = ["SANE_CONFIG_DIR": configuration, "LANG": "C", "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }
}

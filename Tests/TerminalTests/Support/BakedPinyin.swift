import Foundation
import Testing

@testable import Terminal

/// The pinyin data, baked once for a test run from the packages of this machine.
enum BakedPinyin {
    static let data: Result<PinyinData, any Error> = Result { try bake() }

    private static func bake() throws -> PinyinData {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let out = FileManager.default.temporaryDirectory.appending(
            path: "pinyin-\(ProcessInfo.processInfo.processIdentifier)")
        let process = Process()
        process.executableURL = package.appending(path: "script/bake-chinese-input")
        process.arguments = [out.path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "script/bake-chinese-input failed")
        // A read-only directory, as on the kiosk's image.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555], ofItemAtPath: out.appending(path: "user").path)
        let path = out.path
        bakedPath = strdup(path)
        atexit { if let bakedPath { try? FileManager.default.removeItem(atPath: String(cString: bakedPath)) } }
        return PinyinData(directory: path)
    }
}

/// Read at exit only, written once before it.
nonisolated(unsafe) private var bakedPath: UnsafeMutablePointer<CChar>?

import Foundation

/// What script/bootstrap has baked, as absolute paths; the scripts say where it lies.
enum BakedData {
    static let fonts = folder("KIOSK_FONTS", ".build/fonts")
    static let chineseInput = folder("KIOSK_CHINESE_INPUT", ".build/chinese-input")

    /// - Parameter usual: where script/environment puts it, from the root of the repository.
    private static func folder(_ variable: String, _ usual: String) -> String {
        ProcessInfo.processInfo.environment[variable].map { URL(fileURLWithPath: $0).path }
            ?? root.appendingPathComponent(usual).path
    }

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
